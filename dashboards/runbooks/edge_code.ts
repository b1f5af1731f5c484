import { edgeCodeAlertName, EDGE_REGION, files, FIRST_CELL, stackId } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { behindCacheOf, edgeCodeOf, type EdgeCode } from "../edge_code";
import { codeTicket, watchedCode, type WatchedCode } from "../tickets/edge_code";
import { escalation } from "./escalation";
import { code, HOURS_AGO, owner, renderPage, type Section } from "./page";

/** One runbook a service that has code at the edge. */
export function renderEdgeCodeRunbooks(environment: Environment): RenderedFile[] {
  const watched = watchedCode(environment);
  const services = environment.services.filter(
    ({ cell, name }) => cell === FIRST_CELL && watched.some(({ service }) => service.name === name),
  );
  return services.map((service) => {
    const alert = edgeCodeAlertName(service.name);
    const own = watched.filter((one) => one.service.name === service.name);
    return {
      path: files.runbook(alert),
      text: renderPage(alert, [
        ...sections(service, own, environment),
        escalation(service, environment),
        owner(service.owner),
      ]),
    };
  });
}

const sections = (
  service: Service,
  watched: readonly WatchedCode[],
  environment: Environment,
): Section[] => [
  {
    heading: "Meaning",
    lines: [
      `Code at the edge of ${service.name} (${service.description}) fails, gives back what CloudFront does not take, or comes to what it may use. The labels \`code\` and \`reason\` of the ticket say which, and why.`,
    ],
  },
  {
    heading: "Impact",
    lines: [
      "Whoever asks for what the code sees is answered with 502 or 503 in its place. The objective of availability counts that and alerts where it is more than it allows. Code that comes near its time fails nobody yet.",
    ],
  },
  {
    heading: "Diagnosis",
    lines: [...logsOf(edgeCodeOf(service)), ...logsBehind(behindCacheOf(service))],
  },
  {
    heading: "Mitigation",
    lines: [
      "Take the code back as under Rollback. Where the code may be missed for now, take it out of the declaration (`edge`) and apply: requests then go on without it.",
      ...(behindCacheOf(service).length === 0 ? [] : LIMITS),
    ],
  },
  {
    heading: "Verification",
    lines: [
      "These return nothing:",
      ...code(
        "promql",
        ...watched.flatMap((one) =>
          one.reasons.map((reason) => codeTicket(one, reason, environment).expr),
        ),
      ),
    ],
  },
  {
    heading: "Rollback",
    lines: [
      `Apply the last good commit: \`npx cdktf apply ${stackId(environment.name, "edge")}\`. Functions before a cache run everywhere within seconds; behind one, when the distribution is deployed, which takes minutes.`,
    ],
  },
];

const LIMITS = [
  "Where no instance is free, it is the account's limit of concurrent runs of Lambda in one region, which all functions there share: raise it in Service Quotas, in that region.",
];

const logsOf = (functions: readonly EdgeCode[]): string[] =>
  functions.flatMap(({ event, logGroup }) => [
    `What the code at ${event} says, and what CloudFront says of it:`,
    ...code(
      "sh",
      `aws logs filter-log-events --region ${EDGE_REGION} --log-group-name ${logGroup} --start-time ${HOURS_AGO} --filter-pattern '?error ?Error ?ERROR ?throttled' --max-items 20`,
    ),
  ]);

/** AWS chooses where it runs: by where who asks is. */
const logsBehind = (functions: readonly EdgeCode[]): string[] =>
  functions.flatMap(({ event, logGroup }) => [
    `What the code at ${event} says, in each region in which it has run:`,
    ...code(
      "sh",
      "for region in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do",
      `  aws logs filter-log-events --region "$region" --log-group-name ${logGroup} --start-time ${HOURS_AGO} --filter-pattern '?ERROR ?"Task timed out"' --max-items 20 --query "events[].['$region',message]" --output text 2> /dev/null`,
      "done",
    ),
  ]);
