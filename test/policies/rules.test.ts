import { exitCodeOf, judge, shippedBundle } from "../../policies/gate";
import type { Stage, Verdict } from "../../policies/gate";
import { breakages } from "./breakages";
import { file, fixtures, load, now, planEditor, synthEditor } from "./fixtures";

const found = async (...files: Parameters<typeof file>[0][]) => {
  const verdict = await judge(
    files.map((json, i) => file(json, `${i}.json`)),
    { now },
  );
  return { verdict, findings: verdict.findings.map((f) => `${f.id} ${f.address} ${f.verdict}`) };
};

/** Findings of low severity only advise. */
const isAdvice = (verdict: Verdict) =>
  verdict.findings.every((finding) => finding.level === "advisory");

describe("a good stack", () => {
  test.each(fixtures)("passes at synth and in its real plan: %s", async (fixture) => {
    const { verdict, findings } = await found(
      load(`gate/${fixture}.tf.json`),
      load(`plans/${fixture}.json`),
    );
    expect(findings).toEqual([]);
    expect(verdict).toMatchObject({ verdict: "pass", complete: true });
    expect(exitCodeOf(verdict)).toBe(0);
  });

  test.each(fixtures)(
    "passes in its plan alone, nothing left undetermined: %s",
    async (fixture) => {
      expect((await found(load(`plans/${fixture}.json`))).findings).toEqual([]);
    },
  );
});

describe("a broken stack is denied with the rule's id at the address", () => {
  const title = "$id $address $how";
  const at = (stage: Stage) =>
    breakages.filter((one) => (one.stage ?? stage) === stage).map((one) => ({ ...one }));
  test.each(at("synth"))(`at synth: ${title}`, async (one) => {
    const stack = synthEditor(`gate/${one.fixture}.tf.json`);
    one.edit(stack);
    const { verdict, findings } = await found(stack.json);
    expect(findings).toContain(`${one.id} ${one.address} deny`);
    expect(exitCodeOf(verdict)).toBe(isAdvice(verdict) ? 0 : 2);
  });

  test.each(at("plan"))(`in a plan: ${title}`, async (one) => {
    const plan = planEditor(`plans/${one.fixture}.json`);
    one.edit(plan);
    expect((await found(plan.json)).findings).toContain(`${one.id} ${one.address} deny`);
  });

  test.each(at("synth"))(
    `what synth denies stands beside a plan that passes: ${title}`,
    async (one) => {
      const stack = synthEditor(`gate/${one.fixture}.tf.json`);
      one.edit(stack);
      const { findings } = await found(stack.json, load(`plans/${one.fixture}.json`));
      expect(findings).toContain(`${one.id} ${one.address} deny`);
    },
  );

  const deciding = breakages.filter((one) => one.decides !== undefined);
  test.each(deciding.map((one) => ({ ...one })))(
    `undetermined while $decides is unknown: $id $address`,
    async (one) => {
      const plan = planEditor(`plans/${one.fixture}.json`);
      plan.hide(one.address, one.decides ?? "");
      const alone = await found(plan.json);
      expect(alone.findings).toContain(`${one.id} ${one.address} undetermined`);
      expect(alone.findings).not.toContain(`${one.id} ${one.address} deny`);
      expect(alone.verdict.verdict).toBe(isAdvice(alone.verdict) ? "pass" : "undetermined");
      const joined = await found(load(`gate/${one.fixture}.tf.json`), plan.json);
      expect(joined.findings).toEqual([]);
    },
  );
});

describe("what only one stage can show", () => {
  const stateful = [
    ["AWS-STATE-001", "aws", "aws_dynamodb_table.state"],
    ["GCP-STATE-001", "google", "google_firestore_database.state"],
  ] as const;

  test.each(stateful)("deletes and replaces in a plan: %s", async (id, cloud, address) => {
    for (const [actions, paths, message] of [
      [["delete"], [], "deleted"],
      [["forget"], [], "forgotten: Terraform would stop managing it"],
      [
        ["delete", "create"],
        [["hash_key"], ["attribute", 0, "name"]],
        "replaced, because of hash_key, attribute.0.name",
      ],
      [["create", "delete"], [], "replaced"],
      [["create", "forget"], [], "forgotten: Terraform would stop managing it"],
      [["update", "shred"], [], "changed by an action the gate does not know (shred)"],
    ] as const) {
      const plan = planEditor(`plans/${cloud}.json`);
      plan.act(address, [...actions], [...paths]);
      const { verdict } = await found(plan.json);
      expect(
        verdict.findings.filter((f) => f.id === id).map((f) => [f.address, f.message]),
      ).toEqual([[address, `${address} holds state and would be ${message}`]]);
    }
  });

  test("a resource that goes is not asked for tags or keys", async () => {
    const plan = planEditor("plans/aws.json");
    plan.act("aws_s3_bucket.bucket", ["delete"]);
    const { findings } = await found(plan.json);
    expect(findings.filter((f) => f.includes("aws_s3_bucket.bucket"))).toEqual([
      "AWS-STATE-001 aws_s3_bucket.bucket deny",
    ]);
  });

  test.each([
    [{ local: {} }, "terraform.backend.local keeps the state on one disk"],
    [undefined, "terraform.backend.local keeps the state on one disk"],
    [{ s3: { use_lockfile: true } }, "terraform.backend.s3 does not encrypt the state"],
    [{ s3: { encrypt: true } }, "terraform.backend.s3 does not lock the state"],
    [
      { http: {} },
      "terraform.backend.http is a backend whose encryption and locks nobody has checked",
    ],
  ])("the backend at synth: %j", async (backend, message) => {
    const stack = synthEditor("gate/aws.tf.json");
    stack.json.terraform.backend = backend;
    const { verdict } = await found(stack.json);
    expect(verdict.findings.map((f) => [f.id, f.message])).toEqual([["TF-BACKEND-001", message]]);
  });
});

test("every rule is broken by some test here, at every stage it names", () => {
  const broken = new Set([
    ...breakages.map((one) => one.id),
    "AWS-STATE-001",
    "GCP-STATE-001",
    "TF-BACKEND-001",
    // See whole.test.ts: more than one plan breaks them.
    "TF-CHANGE-001",
    "TF-CHANGE-002",
  ]);
  expect([...shippedBundle().manifest.rules.map((rule) => rule.id)].sort()).toEqual(
    [...broken].sort(),
  );
});
