import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RolloutDeclaration } from "../../../model/declaration";
import { awsNames, awsShiftNames } from "../../../model/names";
import { problemsOfRollout, rolledApi, settledOne } from "../../constructs/support/rollout";

const docs = join(__dirname, "..", "..", "..", "docs");

const page = readFileSync(join(docs, "rollouts.md"), "utf8");

const [, text = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];

const declared = new Function(`return {${text}};`)() as { readonly rollout: RolloutDeclaration };

test("the declaration that docs/rollouts.md shows is taken", () => {
  expect(declared.rollout.strategy).toBe("canary");
  expect(problemsOfRollout(rolledApi(declared.rollout))).toEqual([]);
});

test("docs/rollouts.md says how long a tenth of the calls is watched, and by which output it is handed over", () => {
  const minutes = settledOne(rolledApi(declared.rollout)).rollout?.shift?.intervalMinutes;
  expect(page).toContain(
    `For 99.9% over 30 days and a tenth of the calls it is ${minutes}\nminutes.`,
  );
  expect(page).toContain("output -raw storefront_rollout_shift_deployment");
});

test("docs/clouds.md says what each property becomes on both clouds", () => {
  const rows = readFileSync(join(docs, "clouds.md"), "utf8");
  for (const property of ["strategy", "percent", "interval", "objectives"])
    expect(rows).toContain(`| \`rollout.${property}\` |`);
  for (const property of ["strategy", "objectives"])
    expect(rows).toContain(`| \`workload.rollout.${property}\` |`);
});

test("names of the longest service fit what AWS allows", () => {
  const place = { environment: "e".repeat(10), cell: "c01", name: "s".repeat(20) };
  const { burnAlarm } = awsNames(place);
  expect(burnAlarm("o".repeat(30)).length).toBeLessThanOrEqual(255);
  const { application, group, role, config } = awsShiftNames(awsNames(place).processor.function);
  expect(Math.max(application.length, group.length)).toBeLessThanOrEqual(100);
  expect(role.length).toBeLessThanOrEqual(64);
  expect(config("canary", 99, 2_880).length).toBeLessThanOrEqual(100);
});
