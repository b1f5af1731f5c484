import { renderObservability } from "../../dashboards";
import { flowchartOf } from "../../dashboards/diagram";
import { settle } from "../../model/settle";
import { ROUTED } from "../constructs/support/routed";
import { FRONTED, SITE } from "../constructs/support/synth";

const availability = {
  name: "availability",
  sli: "availability",
  target: 99.5,
  window: "30d",
  firstSteps: ["Look."],
} as const;

const [basket] = FRONTED.services;
const shop = { ...basket, objectives: [availability] } as const;
const site = { ...SITE, objectives: [availability] } as const;
const alone = {
  ...site,
  workload: { kind: "contentDelivery", origin: { service: "basket" } },
  stores: {},
} as const;

const of = (front: typeof site | typeof alone) => settle({ ...FRONTED, services: [shop, front] });

const runbook = (front: typeof site | typeof alone): string =>
  renderObservability(of(front))
    .files.filter(
      ({ path, text }) => path.startsWith("runbooks/") && text.includes("dev-front-c01-site"),
    )
    .map(({ text }) => text)
    .join("\n");

describe("the runbook of a delivery", () => {
  test("has commands for each function, by its name, and where it writes", () => {
    const text = runbook(site);
    for (const event of ["viewer-request", "viewer-response"]) {
      const name = `dev-front-c01-site-${event}`;
      expect(text).toContain(`/aws/cloudfront/function/${name}`);
      for (const metric of ["FunctionExecutionErrors", "FunctionComputeUtilization"])
        expect(text).toMatch(new RegExp(`Value=${name} .*--metric-name ${metric}`));
    }
  });

  test("in many cells has them for the router too, and says what that answers by itself", () => {
    const routed = settle({
      ...ROUTED,
      services: [shop, { ...ROUTED.services[1], objectives: [availability] }],
    });
    const text = renderObservability(routed)
      .files.filter(({ path }) => path.startsWith("runbooks/"))
      .map((file) => file.text)
      .join("\n");
    expect(text).toMatch(/Value=dev-routed-edge-router .*--metric-name FunctionExecutionErrors/);
    expect(text).toContain("/aws/cloudfront/function/dev-routed-edge-router");
    expect(text).toContain("The router of the fleet answers by itself where it leads nowhere: 503");
    expect(runbook(site)).not.toContain("router");
  });

  test("without a store sends to the service that is behind it, and puts no object back", () => {
    const text = runbook(alone);
    expect(text).toContain("The runbook of basket tells which of its answers failed");
    expect(text).not.toContain("aws s3api");
    expect(text).not.toContain("FunctionExecutionErrors");
  });
});

test("rules and panels look for the load balancer under the name that it has behind the edge", () => {
  const { files } = renderObservability(of(site));
  const all = files.map(({ text }) => text).join("\n");
  expect(all).toContain('tag_Name="dev-front-c01-private"');
  expect(all).not.toContain("dev-front-c01-public");
});

test.each([
  ["a store", site, ["site_pages", "basket_tasks"]],
  ["no store", alone, ["basket_tasks"]],
])("the picture of a delivery of %s leads on to what answers", (_, front, ends) => {
  const { edges } = flowchartOf(of(front));
  const from = (id: string) => edges.filter((edge) => edge.from === id).map(({ to }) => to);
  expect(from("site_distribution")).toEqual(ends);
  expect(edges).not.toContainEqual(
    expect.objectContaining({ from: "outside", to: "basket_tasks" }),
  );
});
