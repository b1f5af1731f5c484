import { ruleGroup } from "../../../dashboards/slo/rule_file";
import { slosOf } from "../../../dashboards/slo/slo";
import { dev } from "../../../environments/dev";
import { settle } from "../../../model/settle";
import { KINDS } from "../../../operations/slo/mutate/mistakes";
import { mutantsOf } from "../../../operations/slo/mutate/mutations";
import { proofsOf } from "../../../operations/slo/mutate/proof";
import { isEnough, renderText, reportOf } from "../../../operations/slo/mutate/report";
import type { Judged } from "../../../operations/slo/mutate/run";

const environment = settle(dev);
const [success] = environment.services.flatMap((service) => slosOf(service, environment));
const group = ruleGroup(success!);
const mutants = mutantsOf(group);

describe("the mistakes", () => {
  test("are of every kind", () => {
    expect(new Set(mutants.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  });

  test("change a rule each", () => {
    for (const { index, wrong } of mutants) expect(wrong).not.toEqual(group.rules[index]);
  });

  test("differ from one another", () => {
    const texts = mutants.map(({ index, wrong }) => JSON.stringify([index, wrong]));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("are told apart: by their rule, what they change and the how manieth they are", () => {
    const names = mutants.map((one) => [one.rule, one.kind, one.from, one.to, one.place].join());
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ["factor", "0.0144", "0.0288"],
    ["window", "3d", "6d"],
    ["comparison", ">", ">="],
    ["numerator", "bad", "total"],
    ["label", 'sloth_id="orders-success"', 'sloth_id!="orders-success"'],
    ["for", "for: 15m", "for: 16m"],
  ])("hold a wrong %s: %s for %s", (kind, from, to) => {
    expect(mutants).toContainEqual(expect.objectContaining({ kind, from, to }));
  });

  test("drop each condition of an alert", () => {
    const dropped = mutants.filter(
      ({ kind, rule, from }) => kind === "term" && rule.endsWith(" fast") && from.includes("and"),
    );
    expect(dropped.length).toBeGreaterThanOrEqual(3);
  });
});

test("everything generated has its proof: each objective, the alerts on the alerting, and the tickets of stores", () => {
  expect(proofsOf(environment).map(({ name }) => name)).toEqual([
    "orders-success",
    "orders-freshness",
    "storefront-availability",
    "storefront-latency",
    "checkout-availability",
    "checkout-latency",
    "catalog-images-availability",
    "catalog-images-cache",
    "catalog-images-copy",
    "watchdog-dev",
    "alerting-dev",
    "store-dev-c01-checkout-carts",
    "store-dev-c01-checkout-orders",
  ]);
  for (const { claims } of proofsOf(environment)) expect(claims).not.toEqual([]);
});

const judged = (kind: Judged["kind"], fate: Judged["fate"]): Judged => ({
  environment: "dev",
  proof: "orders-success",
  kind,
  rule: "slo:sli_error:ratio_rate3d",
  from: "3d",
  to: "6d",
  place: 1,
  fate,
});

describe("the report", () => {
  const all = [judged("window", "survived"), ...Array(19).fill(judged("factor", "killed"))];

  test("names the survivors and counts by kind", () => {
    const text = renderText(reportOf(all, 95), false);
    expect(text).toContain("dev orders-success: slo:sli_error:ratio_rate3d  3d → 6d\n");
    expect(text).toContain("window      0 % of 1 mistakes noticed, 1 not\n");
    expect(text).toContain("all         95 % of 20 mistakes noticed, 1 not\nat least 95 %\n");
  });

  test("fails below the percentage that is asked for", () => {
    expect(isEnough(reportOf(all, 95))).toBe(true);
    expect(isEnough(reportOf(all, 96))).toBe(false);
    expect(renderText(reportOf(all, 96), false)).toContain("not enough: want 96 %");
  });

  test("leaves out what changes nothing, and says why", () => {
    const same: Judged = { ...judged("factor", "survived"), because: "it always fires" };
    const report = reportOf([same, ...Array(19).fill(judged("factor", "killed"))], 95);
    expect(report.all).toEqual({ killed: 19, survived: 0, score: 100 });
    expect(renderText(report, false)).toContain("1 more change nothing: it always fires\n");
    expect(isEnough(report)).toBe(true);
  });

  test("fails where a test notices what is said to change nothing", () => {
    const noticed: Judged = { ...judged("factor", "killed"), place: 2, because: "it always fires" };
    const report = reportOf([noticed, ...Array(19).fill(judged("factor", "killed"))], 95);
    expect(isEnough(report)).toBe(false);
    expect(renderText(report, false)).toContain("3d → 6d (2): noticed, and said to change nothing");
  });
});
