import { judge } from "../../../policies/gate";
import { unknownAndSensitive } from "../../../policies/gate/input/sensitive";
import { file, now, planEditor } from "../fixtures";

test("only what the mask covers is unknown: Terraform writes empty lists and objects into it", () => {
  const mask = { labels: { owner: true }, policy: [], rule: [{}], gone: true };
  const value = { labels: { owner: "o" }, policy: [], rule: [{ a: 1 }] };
  expect(unknownAndSensitive({}, mask, value)).toEqual({ labels: { owner: true } });
});

test("what is unknown as a whole stays so, and a mask over part of it adds nothing", () => {
  const value = { labels: { owner: "o" }, list: [{ a: 1 }] };
  expect(
    unknownAndSensitive(
      { labels: true, list: [{ a: true }] },
      { labels: { owner: true }, list: true },
      value,
    ),
  ).toEqual({ labels: true, list: true });
});

test("a sensitive label hides no missing dead-letter topic", async () => {
  const plan = planEditor("plans/google.json");
  const address = "google_pubsub_subscription.events";
  const { change } = plan.json.resource_changes.find(
    (entry: { address: string }) => entry.address === address,
  );
  plan.set(address, "dead_letter_policy", []);
  change.after_sensitive = { dead_letter_policy: [], effective_labels: { owner: true } };
  const { findings } = await judge([file(plan.json)], { now });
  expect(findings.map(({ id, verdict }) => `${id} ${verdict}`)).toContain("GCP-PUBSUB-002 deny");
});

test("a sensitive number is no violation, and no hash of a sensitive value is shown", async () => {
  const plan = planEditor("plans/aws.json");
  const set = (type: string, mask: object) => {
    const { change } = plan.json.resource_changes.find(
      (entry: { type: string }) => entry.type === type,
    );
    Object.assign(change.after_sensitive, mask);
  };
  set("aws_cloudwatch_log_group", { retention_in_days: true });
  const { findings } = await judge([file(plan.json)], { now });
  expect(
    findings.filter((f) => f.type === "aws_cloudwatch_log_group" && f.verdict === "deny"),
  ).toEqual([]);
  expect(JSON.stringify(findings)).not.toMatch(/sha256:/);
});

test("nothing is denied of what stands for a sensitive text", async () => {
  const plan = planEditor("plans/google_run.json");
  const service = plan.json.resource_changes.find(
    (entry: { type: string }) => entry.type === "google_cloud_run_v2_service",
  );
  service.change.after_sensitive = { template: [{ containers: [{ image: true }] }] };
  const { findings } = await judge([file(plan.json)], { now });
  const said = findings.filter(({ address }) => address === service.address);
  expect(said.filter(({ verdict }) => verdict === "deny")).toEqual([]);
  expect(said.map(({ id, verdict }) => `${id} ${verdict}`)).toContain("GCP-RUN-008 undetermined");
});
