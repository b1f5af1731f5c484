import type { Standing } from "./budget";
import type { Concern } from "./concerns";
import type { Answer, Intent, Row } from "./freeze";
import type { Judged } from "./judged";

const SAYS: Record<Standing["state"], string> = {
  ok: "is within its objectives",
  caution: "has little error budget left, or burns it fast",
  unknown: "has an error budget of which nothing is known",
  frozen: "has spent its error budget",
};

/** What happens to which change, of whom, and why. */
export function messageOf(judged: Judged): string {
  const { concern, standing, row } = judged;
  const [first, ...others] = concern.changes;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const service = concern.service ?? "a service that nothing names";
  const budget = `${service} ${SAYS[standing.state]} (${standing.why})`;
  return `${first?.address ?? ""}${more} ${OUTCOMES[row.answer]}: ${budget}${reasonOf(judged)}`;
}

const OUTCOMES: Record<Answer, string> = {
  pass: "may go out",
  list: "may go out",
  exempt: "may go out",
  undetermined: "may have to wait",
  deny: "must wait",
};

/** What the intent does to the answer. */
function reasonOf({ row, proof, exception, terms }: Judged): string {
  const { intent } = terms;
  if (row.id === "new") return ", and this plan makes all of it";
  if (exception && row.answer === "exempt") {
    const { ticket, owner, approver, expires } = exception;
    return `, and this is a ${intent} fix of ${owner}, allowed by ${approver} until ${expires} (${ticket})`;
  }
  if (intent === "rollback" || intent === "drift-revert") {
    if (proof.verified)
      return `, and this is the ${intent} to what was judged at ${proof.judgedAt}`;
    return `, and this ${intent} cannot be verified: ${proof.why}`;
  }
  if (intent === "security" || intent === "p0") return `, and nobody signed off this ${intent} fix`;
  return "";
}

/** What to do about it. */
export function fixOf({ concern, row, proof, terms }: Judged): string {
  const { intent } = terms;
  if (row.answer === "list" || row.answer === "exempt") return FIXES[row.id];
  if (intent === "security" || intent === "p0") return signOff(concern, intent);
  if (!proof.verified && proof.fix !== "") return proof.fix;
  return `${FIXES[row.id]}, or release with another \`--intent\` (docs/freeze.md).`;
}

const FIXES: Record<Row["id"], string> = {
  harmless: "Nothing to change.",
  ok: "Nothing to change.",
  rollback: "Nothing to change.",
  "drift-revert": "Nothing to change.",
  "signed-off": "Nothing to change.",
  caution: "Keep the change small, and watch the objectives.",
  new: "Nothing to change: `plinth budget` covers the service once its declaration is merged.",
  destructive: "Leave out what is deleted or replaced until the budget is ok",
  unknown: "Run `plinth budget` anew, and see that it covers the service",
  frozen: "Wait until the service is back within its objectives",
};

function signOff({ service }: Concern, intent: Intent): string {
  const of = service === null ? "the stack" : `service ${JSON.stringify(service)}`;
  return `Merge an exception for ${intent} of ${of} into \`freezeExceptions\` of the environment, signed by two people, in a change of its own.`;
}
