import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect, type Ports } from "../../../operations/drift/inspect";
import type { LockState } from "../../../operations/drift/lock";
import { TerraformError } from "../../../operations/terraform/errors";
import type { StateSummary } from "../../../operations/terraform/state";
import type { Terraform } from "../../../operations/terraform/terraform";

const subject = { id: "dev-c01", backend: { kind: "s3", settings: {} } };
const text = (name: string) =>
  readFileSync(join(__dirname, "..", "..", "fixtures", "drift", name), "utf8");
const state = (serial: number): StateSummary => ({
  ...{ serial, lineage: "l", addresses: [], identity: "i", content: "c" },
});
const held: LockState = {
  kind: "held",
  lock: { id: "1", operation: "OperationTypeApply", who: "operator@host" },
};
const free: LockState = { kind: "free" };

interface Script {
  readonly plan?: string;
  readonly serials?: readonly number[];
  readonly locks?: readonly LockState[];
  readonly failure?: TerraformError;
}

/** Answers in turn; the last one for ever. */
const inTurn = <T>(answers: readonly T[]) => {
  let at = 0;
  return () => answers[Math.min(at++, answers.length - 1)] as T;
};

function ports({
  plan = text("echoes.json"),
  serials = [4],
  locks = [free],
  failure,
}: Script = {}) {
  const serial = inTurn(serials);
  const lock = inTurn(locks);
  const planned: unknown[] = [];
  const terraform = {
    state: () => Promise.resolve(state(serial())),
    plan: (_: string, options: unknown) => {
      planned.push(options);
      return failure === undefined ? Promise.resolve() : Promise.reject(failure);
    },
    showPlan: () => Promise.resolve(plan),
  } as unknown as Terraform;
  let pauses = 0;
  const given: Ports = {
    terraform,
    readLock: () => Promise.resolve(lock()),
    pause: () => Promise.resolve(void (pauses += 1)),
    key: "k",
  };
  return { given, planned, pauses: () => pauses };
}

test("a clean stack: planned once, without its lock", async () => {
  const { given, planned, pauses } = ports();
  const result = await inspect(subject, given);
  expect(result).toMatchObject({
    status: "clean",
    reason: null,
    state: { serial: 4, lineage: "l" },
  });
  expect(result.planFingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(result.summary).toMatchObject({ declared: 0, silent: 0, gone: 0, echo: 6, noise: 7 });
  expect(planned).toEqual([{ lock: false }]);
  expect(pauses()).toBe(0);
});

test("a drifted stack", async () => {
  const result = await inspect(subject, ports({ plan: text("gone.json") }).given);
  expect(result).toMatchObject({ status: "drifted", summary: { declared: 2, gone: 2 } });
});

test("a lock that stays makes it incomplete, and nothing is planned", async () => {
  const { given, planned, pauses } = ports({ locks: [held] });
  const result = await inspect(subject, given);
  expect(result).toMatchObject({
    status: "incomplete",
    reason:
      "locked: OperationTypeApply by operator@host, lock id 1; wait for that run, or see docs/state.md when it is dead",
  });
  expect(planned).toEqual([]);
  expect(pauses()).toBe(1);
});

test("a lock that is freed meanwhile is waited for", async () => {
  const { given, pauses } = ports({ locks: [held, free] });
  expect((await inspect(subject, given)).status).toBe("clean");
  expect(pauses()).toBe(1);
});

test("a lock that is taken during the plan makes what it saw uncertain", async () => {
  const { given, planned } = ports({ plan: text("gone.json"), locks: [free, held] });
  expect(await inspect(subject, given)).toMatchObject({ status: "incomplete", items: [] });
  expect(planned).toHaveLength(1);
});

test("a state that is written during the plan is tried once more, then given up", async () => {
  expect((await inspect(subject, ports({ serials: [4, 5, 5, 5] }).given)).status).toBe("clean");
  const racing = await inspect(subject, ports({ serials: [4, 5, 5, 6] }).given);
  expect(racing).toMatchObject({
    status: "incomplete",
    reason:
      "racing: another run wrote the state meanwhile (serial 5 of l became serial 6 of l); run again",
  });
});

test("a lock that may not be read makes it incomplete at once", async () => {
  const { given, pauses } = ports({ locks: [{ kind: "unknown", reason: "grant s3:GetObject" }] });
  expect(await inspect(subject, given)).toMatchObject({
    status: "incomplete",
    reason: "grant s3:GetObject",
  });
  expect(pauses()).toBe(0);
});

test.each([
  ["unauthorised", "incomplete", "not authorised: no"],
  ["locked", "incomplete", "locked: no"],
  ["other", "error", "no"],
] as const)("a plan that fails as %s is %s", async (kind, status, reason) => {
  const { given } = ports({ failure: new TerraformError("no", kind) });
  expect(await inspect(subject, given)).toMatchObject({ status, reason });
});

test("a plan that errored is an error, not a clean stack", async () => {
  const plan = '{"format_version":"1.2","errored":true}';
  expect((await inspect(subject, ports({ plan }).given)).status).toBe("error");
});
