import { planFingerprint, planOutline } from "../../policies/gate/input/fingerprint";
import { describeLock, TerraformError } from "../terraform/errors";
import { withPlanFile } from "../terraform/plan_file";
import type { Backend } from "../terraform/stacks";
import type { StateSummary } from "../terraform/state";
import type { Terraform } from "../terraform/terraform";
import type { LockState } from "./lock";
import { readPlan } from "./plan";
import { failedChecks, isDrift, itemsOf, summarise, type StackResult } from "./report";

/** What looking at one stack needs from outside. */
export interface Ports {
  readonly terraform: Terraform;
  readonly readLock: (backend: Backend) => Promise<LockState>;
  /** Waits before the second try. */
  readonly pause: () => Promise<void>;
  /** For the hashes of sensitive values. */
  readonly key: string;
}

export interface Subject {
  readonly id: string;
  readonly backend: Backend;
}

/**
 * Plans one stack that has been set up, without its lock and without changing anything, and says how
 * the cloud differs from its state. A run in progress would look like drift: when one is seen, the
 * whole is tried once more, and then given up as incomplete.
 */
export async function inspect(subject: Subject, ports: Ports): Promise<StackResult> {
  const first = await attempt(subject, ports);
  if (first.retry !== true) return first.result;
  await ports.pause();
  return (await attempt(subject, ports)).result;
}

interface Attempt {
  readonly result: StackResult;
  readonly retry?: true;
}

async function attempt(subject: Subject, ports: Ports): Promise<Attempt> {
  try {
    const busy = await busyReason(subject, ports);
    return busy === undefined ? await planned(subject, ports) : unseen(subject, busy);
  } catch (error) {
    if (error instanceof TerraformError) return { result: failedResult(subject, error) };
    throw error;
  }
}

/** Why nothing certain can be said now. */
interface Busy {
  readonly reason: string;
  /** It may be over in a moment. */
  readonly passing: boolean;
}

async function busyReason({ backend }: Subject, { readLock }: Ports): Promise<Busy | undefined> {
  const lock = await readLock(backend);
  if (lock.kind === "free") return undefined;
  if (lock.kind === "unknown") return { reason: lock.reason, passing: false };
  const reason = `locked: ${describeLock(lock.lock)}; wait for that run, or see docs/state.md when it is dead`;
  return { reason, passing: true };
}

async function planned(subject: Subject, ports: Ports): Promise<Attempt> {
  const { terraform } = ports;
  const before = await terraform.state();
  const text = await withPlanFile(async (file) => {
    await terraform.plan(file, { lock: false });
    return terraform.showPlan(file);
  });
  const after = await terraform.state();
  const busy = (await busyReason(subject, ports)) ?? raced(before, after);
  return busy === undefined
    ? { result: resultOf(subject, text, after, ports) }
    : unseen(subject, busy);
}

function raced(
  before: StateSummary | undefined,
  after: StateSummary | undefined,
): Busy | undefined {
  const [first, second] = [identityOf(before), identityOf(after)];
  if (first === second) return undefined;
  const reason = `racing: another run wrote the state meanwhile (${first} became ${second}); run again`;
  return { reason, passing: true };
}

const identityOf = (state: StateSummary | undefined): string =>
  state === undefined ? "no state" : `serial ${state.serial} of ${state.lineage}`;

function resultOf(
  { id }: Subject,
  text: string,
  state: StateSummary | undefined,
  { key }: Ports,
): StackResult {
  const plan = readPlan(text, id);
  if (plan.errored === true) return withoutPlan(id, "error", `${id}: the plan ended with an error`);
  const items = itemsOf(id, plan, key);
  return {
    stack: id,
    status: items.some(isDrift) ? "drifted" : "clean",
    reason: null,
    state: state === undefined ? null : { serial: state.serial, lineage: state.lineage },
    planFingerprint: planFingerprint(planOutline(Buffer.from(text))?.digests ?? new Map()),
    summary: summarise(items, failedChecks(plan)),
    items,
  };
}

function unseen({ id }: Subject, { reason, passing }: Busy): Attempt {
  const result = withoutPlan(id, "incomplete", reason);
  return passing ? { result, retry: true } : { result };
}

/** Locked, not allowed and interrupted say nothing about drift; anything else is an error. */
export function failedResult({ id }: Pick<Subject, "id">, error: TerraformError): StackResult {
  const reasons = { locked: "locked", unauthorised: "not authorised", interrupted: "interrupted" };
  const { kind, message } = error;
  if (kind !== "locked" && kind !== "unauthorised" && kind !== "interrupted")
    return withoutPlan(id, "error", message);
  return withoutPlan(id, "incomplete", `${reasons[kind]}: ${message}`);
}

function withoutPlan(stack: string, status: "incomplete" | "error", reason: string): StackResult {
  const none = { state: null, planFingerprint: null, summary: summarise([], 0), items: [] };
  return { stack, status, reason, ...none };
}
