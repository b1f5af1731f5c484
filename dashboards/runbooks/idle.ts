import { cellOfView } from "../../model/cells/view";
import type { IdleKind } from "../../model/cost/idle";
import { formatDuration } from "../../model/duration";
import { files, stackId } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { ofUp } from "../promql";
import {
  hoursNeeded,
  idleTicket,
  USES,
  watchedByAlert,
  type WatchedResource,
} from "../tickets/idle";
import { idleCommands } from "./aws_idle";
import { code, numbered, owner, renderPage, type Section } from "./page";

/** What a resource costs while nobody uses it. */
const COSTS: Readonly<Record<IdleKind, string>> = {
  function:
    "nothing, unless instances are kept warm; its role and its code can be attacked all the same",
  queue: "what its function asks it, some cents",
  containers: "each task, by its CPU and memory, around the clock",
  machines: "each machine and its disks, around the clock",
  keyValue: "what it holds, and its copies",
  relational:
    "its least capacity of each instance, or nothing while it is paused; what it holds, and its copies",
  cache: "what it holds, and a least that AWS asks for",
  loadBalancer: "an hourly price, addresses and its firewall",
  natGateway: "an hourly price and an address",
};

/** One runbook a service, and one of what services share: for each of its resources. */
export function renderIdleRunbooks(environment: Environment): RenderedFile[] {
  const { declaration } = environment;
  if (declaration.cloud !== "aws") return [];
  return watchedByAlert(environment).map(([alert, own]) => {
    const whose = own.slice(0, 1).map((one) => owner(one.owner));
    return {
      path: files.runbook(alert),
      text: renderPage(alert, [...sections(own, declaration.region), ...whose]),
    };
  });
}

const sections = (own: readonly WatchedResource[], region: string): Section[] => [
  { heading: "Meaning", lines: meaning(own) },
  { heading: "Impact", lines: impact(own) },
  { heading: "Diagnosis", lines: diagnosis(own, region) },
  { heading: "Mitigation", lines: mitigation(own) },
  { heading: "Verification", lines: verification(own) },
  {
    heading: "Rollback",
    lines: [
      "Apply the commit before: what held nothing is there again. What held data is put back from its last snapshot or its vault (docs/backup.md).",
    ],
  },
];

function meaning(own: readonly WatchedResource[]): string[] {
  const [{ afterDays } = { afterDays: 0 }] = own;
  const after = formatDuration(86_400 * afterDays);
  return [
    `Nobody has used it for ${after}, of which the exporter watched at least ${hoursNeeded(afterDays)} hours. The label \`resource\` says which it is:`,
    "",
    "| resource | what is so |",
    "| --- | --- |",
    ...own.map(({ resource, kind }) => `| ${resource} | ${USES[kind].unused} |`),
  ];
}

const impact = (own: readonly WatchedResource[]): string[] => [
  "Nobody is hurt. What stands costs, or can be attacked:",
  "",
  "| resource | costs while it is idle |",
  "| --- | --- |",
  ...own.map(({ resource, kind }) => `| ${resource} | ${COSTS[kind]} |`),
];

const diagnosis = (own: readonly WatchedResource[], region: string): string[] => [
  "Was the exporter there, and what did it see? Where it sees nothing of others either, it is blind, and the tickets `MetricAbsent` say more:",
  ...code("promql", ofUp("yace"), ...own.flatMap(({ uses }) => uses)),
  "What AWS itself says, by the day:",
  ...code("sh", ...own.flatMap((resource) => idleCommands(resource, region))),
];

function mitigation(own: readonly WatchedResource[]): string[] {
  const [{ environment, service } = { environment: undefined, service: undefined }] = own;
  if (environment === undefined) return [];
  const stack = service === undefined ? "network" : cellOfView(environment);
  return numbered([
    "Should it be used? Then something that ought to ask it does not: look at who is in front of it, and at its objectives.",
    `Is it meant to stand, for an emergency or a yearly run? Say so, such as ${own.map(({ resource }) => `\`${service === undefined ? resource : `${service}.${resource}`}\``).join(" or ")} under \`cost.idle.expected\` of the environment.`,
    `Otherwise remove it from the declaration and apply \`${stackId(environment.name, stack)}\`. What holds data refuses in production until its protection is switched off and applied: take a last copy first.`,
  ]);
}

const verification = (own: readonly WatchedResource[]): string[] => [
  "The ticket is closed within an hour of the first use, and when its rule is gone. None of these returns anything then:",
  ...code("promql", ...own.map((resource) => idleTicket(resource).expr)),
];
