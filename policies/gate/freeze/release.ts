import { standingOf } from "./budget";
import { concernsOf, originOf } from "./concerns";
import type { Concern } from "./concerns";
import { isOf, untimely } from "./exceptions";
import type { FreezeException } from "./exceptions";
import { exceptionReports } from "./exception_life";
import { decide } from "./freeze";
import type { Answer } from "./freeze";
import { prove } from "./history";
import type { PlacedFinding } from "../exemptions/life";
import type { Judged, Planned, Terms } from "./judged";
import { fixOf, messageOf } from "./release_text";
import type { Finding, Level } from "../types";

/** What the error-budget policy says of each plan and each service that it may hurt. */
export function releaseFindings(plans: readonly Planned[], terms: Terms): PlacedFinding[] {
  const judged = plans.flatMap((plan) =>
    concernsOf(plan.changes, plan.origins, [...terms.budget.services.keys()]).map((concern) =>
      judgeConcern(concern, plan, terms),
    ),
  );
  const places = judged.map(({ concern, plan, standing }) => ({
    service: concern.service,
    stack: plan.stack,
    state: standing.state,
  }));
  return [
    ...judged.filter(({ row }) => row.answer !== "pass").map((one) => place(one, findingOf(one))),
    ...exceptionReports(terms.exceptions, places, terms.now),
  ];
}

function judgeConcern(concern: Concern, plan: Planned, terms: Terms): Judged {
  const { now, budget, intent, history } = terms;
  const standing = standingOf(concern.service, budget, now);
  const proof = prove(intent, plan.evidence, history, now);
  const asked = exceptionsFor(concern, plan, terms);
  const exception = asked.find((one) => untimely(one, now) === undefined);
  const row = decide({
    state: standing.state,
    effect: concern.changes[0]?.effect ?? "none",
    isNew: concern.isNew,
    intent,
    verified: proof.verified,
    signedOff: exception !== undefined,
  });
  return { concern, plan, terms, standing, proof, exception, row };
}

function exceptionsFor(
  { service }: Concern,
  { stack }: Planned,
  { exceptions, intent }: Terms,
): FreezeException[] {
  return exceptions.filter((one) => one.intent === intent && isOf(one, { service, stack }));
}

const place = ({ plan }: Judged, finding: Finding): PlacedFinding => ({
  finding,
  stack: plan.stack,
  former: [],
  fingerprint: null,
});

/** No exemption of a rule lifts a freeze: that takes two people. */
const LEVELS: Record<Exclude<Answer, "pass">, readonly [Level, Finding["verdict"]]> = {
  list: ["advisory", "undetermined"],
  exempt: ["hard", "exempt"],
  undetermined: ["hard", "undetermined"],
  deny: ["hard", "deny"],
};

function findingOf(judged: Judged): Finding {
  const { concern, plan, row, exception } = judged;
  const [first] = concern.changes;
  const [level, verdict] = LEVELS[row.answer === "pass" ? "list" : row.answer];
  return {
    id: "FREEZE",
    aliases: [],
    severity: "high",
    level,
    verdict,
    address: first?.address ?? "",
    type: first?.type ?? "",
    ...originOf(concern, plan.origins),
    message: messageOf(judged),
    fix: fixOf(judged),
    exemption: row.answer === "exempt" ? (exception?.ticket ?? null) : null,
  };
}
