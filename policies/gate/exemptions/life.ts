import { DAY, endOf } from "./exemptions";
import type { Exemption } from "./exemptions";
import type { Finding, Rule, Stage } from "../types";

/** A finding, and what the finding itself does not say of its resource. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly stack: string | null;
  /** Addresses the resource had before it was moved. */
  readonly former: readonly string[];
  /** Of the fields that the rule reads; null where no rule was at work. */
  readonly fingerprint: string | null;
}

/** What was looked at, which tells an unused exemption from one of something else. */
export interface Judged {
  readonly now: Date;
  readonly files: readonly { readonly stack: string | null; readonly stage: Stage }[];
  readonly rules: readonly Rule[];
}

/** An exemption that nobody has to look at again is a change of the rule. */
const LONGEST_DAYS = 90;

/** Two working weeks to renew one, or to fix the finding. */
const SOON_DAYS = 14;

/** An exemption and what it meets. */
interface Life {
  readonly exemption: Exemption;
  /** Why its days are not now. */
  readonly untimely: string | undefined;
  /** What its rule finds at its address, under whatever fingerprint. */
  readonly met: readonly PlacedFinding[];
  readonly covered: ReadonlySet<PlacedFinding>;
}

/**
 * Turns what an exemption covers from `deny` or `undetermined` to `exempt`; a `hard` finding stays.
 * What becomes of an exemption is reported beside, as advice: that it has expired, runs for more than
 * 90 days from now, is voided by a change, unused, about to expire, not bound, or of a moved resource.
 */
export function exempted(
  findings: readonly PlacedFinding[],
  exemptions: readonly Exemption[],
  judged: Judged,
): Finding[] {
  const lives = exemptions.map((exemption) => lifeOf(exemption, findings, judged.now));
  const answered = findings.map((placed) => {
    const life = lives.find(({ covered }) => covered.has(placed));
    if (life === undefined) return placed.finding;
    return { ...placed.finding, verdict: "exempt" as const, exemption: life.exemption.ticket };
  });
  return [...answered, ...lives.flatMap((life) => reports(life, findings, judged))];
}

function lifeOf(exemption: Exemption, findings: readonly PlacedFinding[], now: Date): Life {
  const untimely = untimeliness(exemption, now);
  const met = findings.filter(
    (placed) => placed.finding.id === exemption.rule && isAt(exemption, placed),
  );
  const { fingerprint } = exemption;
  const covered = met.filter(
    (placed) =>
      untimely === undefined &&
      placed.finding.level !== "hard" &&
      (fingerprint === undefined || fingerprint === placed.fingerprint),
  );
  return { exemption, untimely, met, covered: new Set(covered) };
}

const isAt = ({ stack, address }: Exemption, placed: PlacedFinding): boolean =>
  stack === placed.stack && (address === placed.finding.address || placed.former.includes(address));

function untimeliness({ expires, granted }: Exemption, now: Date): string | undefined {
  const last = endOf(expires) - DAY;
  const first = granted === undefined ? undefined : endOf(granted) - DAY;
  if (last + DAY <= now.getTime()) return `expired on ${expires}`;
  if (first !== undefined && now.getTime() < first) return `is granted from ${granted}`;
  if (last - (first ?? now.getTime()) > LONGEST_DAYS * DAY) {
    return `runs until ${expires}, more than ${LONGEST_DAYS} days from ${granted ?? "now"}`;
  }
  return undefined;
}

/** What to say of an exemption, and what to do about it. */
interface Notice {
  readonly message: string;
  readonly fix: string;
}

function reports(life: Life, findings: readonly PlacedFinding[], judged: Judged): Finding[] {
  const { exemption, met } = life;
  const about = met[0] ?? findings.find((placed) => isAt(exemption, placed));
  return notices(life, judged).map((notice) => reportOf(exemption, notice, about?.finding));
}

function notices(life: Life, judged: Judged): Notice[] {
  const { exemption, untimely, met, covered } = life;
  if (untimely !== undefined) {
    return [lapsed(exemption, untimely, "Fix the finding, or renew the exemption.")];
  }
  if (met.length === 0) return isJudged(exemption, judged) ? [idle(exemption, judged)] : [];
  return [
    ...refused(life),
    ...(covered.size > 0 ? [...expiring(exemption, judged.now), ...unbound(life)] : []),
    ...moved(life),
  ];
}

const nameOf = ({ rule, owner, ticket }: Exemption): string =>
  `the exemption from ${rule} of ${owner} (${ticket})`;

function lapsed(exemption: Exemption, why: string, fix: string): Notice {
  return { message: `${nameOf(exemption)} does not apply: it ${why}`, fix };
}

/** Whether the rule was put to the stack at all. A rule that there is not finds nothing anywhere. */
function isJudged({ stack, rule }: Exemption, { files, rules }: Judged): boolean {
  const stages = rules.find(({ id }) => id === rule)?.stages;
  return files.some((file) => file.stack === stack && (stages?.includes(file.stage) ?? true));
}

/** What a check of the gate itself is called: it has no rule in Rego. */
const OWN_CHECKS = ["CHECK", "DRIFT", "FREEZE"];

function idle(exemption: Exemption, { rules }: Judged): Notice {
  const { rule, address, stack } = exemption;
  if (!OWN_CHECKS.includes(rule) && !rules.some(({ id }) => id === rule))
    return {
      message: `${nameOf(exemption)} is unused: no rule is called ${rule}`,
      fix: "Remove the exemption, or correct its rule (docs/policies lists them).",
    };
  return {
    message: `${nameOf(exemption)} is unused: ${rule} finds nothing at ${address} in ${stack}`,
    fix: "Remove the exemption, or correct its rule, stack and address.",
  };
}

/** Findings at its address that it does not lift, for a reason other than time. */
function refused({ exemption, met, covered }: Life): Notice[] {
  const left = met.filter((placed) => !covered.has(placed));
  const hard = left.some(({ finding }) => finding.level === "hard")
    ? [lapsed(exemption, "is of a check that nobody can set aside", "Fix the finding.")]
    : [];
  const changed = left.filter(({ finding }) => finding.level !== "hard");
  return [...hard, ...printsOf(changed).map((print) => voided(exemption, print))];
}

function voided(exemption: Exemption, print: string): Notice {
  const why = `is void, because what ${exemption.rule} reads has changed since it was granted`;
  return lapsed(
    exemption,
    `${why}; its fingerprint is now ${print}`,
    `Fix the finding, or grant the exemption again with \`fingerprint: "${print}"\`.`,
  );
}

function expiring(exemption: Exemption, now: Date): Notice[] {
  if (endOf(exemption.expires) - now.getTime() > SOON_DAYS * DAY) return [];
  const { address, stack, expires } = exemption;
  const message = `${nameOf(exemption)} expires on ${expires}, within ${SOON_DAYS} days: it covers ${address} in ${stack}`;
  return [{ message, fix: "Fix the finding before, or renew the exemption." }];
}

function unbound({ exemption, covered }: Life): Notice[] {
  if (exemption.fingerprint !== undefined) return [];
  const { rule, address, stack } = exemption;
  const message = `${nameOf(exemption)} is not bound: it covers whatever ${address} in ${stack} becomes`;
  return printsOf([...covered]).map((print) => ({
    message,
    fix: `Add \`fingerprint: "${print}"\` to it: a change of what ${rule} reads then voids it.`,
  }));
}

/** A plan tells of a move once: the exemption has to follow before the next one. */
function moved({ exemption, covered }: Life): Notice[] {
  const elsewhere = [...covered].map(({ finding }) => finding.address);
  if (elsewhere.includes(exemption.address)) return [];
  return [...new Set(elsewhere)].map((address) => ({
    message: `${nameOf(exemption)} follows ${exemption.address} in ${exemption.stack}, which is moved to ${address}`,
    fix: `Write \`address: ${JSON.stringify(address)}\` in it.`,
  }));
}

function printsOf(findings: readonly PlacedFinding[]): string[] {
  const prints = findings.map(({ fingerprint }) => fingerprint);
  return [...new Set(prints.filter((print) => print !== null))].sort();
}

/** What an exemption is reported of when nothing is found at its address. */
const NOWHERE = { type: "exemption", source: null, path: null } as const;

function reportOf(exemption: Exemption, notice: Notice, about: Finding | undefined): Finding {
  const { type, construct, source, path } = about ?? { ...NOWHERE, construct: exemption.stack };
  return {
    id: "EXEMPTION",
    aliases: [],
    severity: "low",
    level: "advisory",
    verdict: "undetermined",
    address: exemption.address,
    type,
    construct,
    source,
    path,
    ...notice,
    exemption: exemption.ticket,
  };
}
