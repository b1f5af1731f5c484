import { awsNames, awsRegionNames, files, SWITCH_METRIC } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import type { Regions } from "../../model/regions/regions";
import { placeOf } from "../resources";
import { regionTicket, watchedRegions, type WatchedRegion } from "../tickets/region_health";
import { escalation } from "./escalation";
import { code, owner, renderPage, type Section } from "./page";

/** One runbook a service that is in two regions. */
export function renderRegionRunbooks(environment: Environment): RenderedFile[] {
  const { regions } = environment;
  if (regions === undefined) return [];
  return watchedRegions(environment).map((watched) => ({
    path: files.runbook(watched.alert),
    text: renderPage(watched.alert, [
      ...sections(watched, regions),
      escalation(watched.service, environment),
      owner(watched.service.owner),
    ]),
  }));
}

function sections(watched: WatchedRegion, { first, second, services }: Regions): Section[] {
  const { service } = watched;
  const host = services[service.name]?.host ?? "";
  const alarms = [
    `aws cloudwatch describe-alarms --region ${first} --alarm-names ${awsNames(placeOf(service)).regionAlarm}`,
    `aws cloudwatch describe-alarms --region ${second} --alarm-names ${awsRegionNames(service.environment, service.cell).switch}`,
  ];
  return [
    {
      heading: "Meaning",
      lines: [
        `Route 53 takes ${first} for unhealthy as far as ${service.name} (${service.description}) goes: it cannot be reached, its alarm is not silent, or somebody left it. What asks for \`${host}\` is led to ${second}.`,
      ],
    },
    {
      heading: "Impact",
      lines: [
        `None for callers while ${second} is well. What waits in a queue of ${first} waits on, what was written there in its last second may be missing in ${second}, and nothing is left to lead to.`,
      ],
    },
    {
      heading: "Diagnosis",
      lines: [
        "Which of the three it is: the alarm of the region, that by which people leave it, which stands in the other one, or else that it is not reached. And where the name leads now:",
        ...code("sh", ...alarms, `dig +short ${host} A`, `dig +short ${host} TXT`),
        "If it was left, somebody meant it: ask who.",
      ],
    },
    {
      heading: "Mitigation",
      lines: [
        `See that ${second} is well: its objectives on the board, and that its functions are not throttled. If ${first} comes and goes, leave it until its cause is cured; this calls ${second} alone (docs/regions.md):`,
        ...code("sh", written(watched, { first, second }, 1)),
      ],
    },
    {
      heading: "Verification",
      lines: [
        "This returns nothing once the region is healthy:",
        ...code("promql", regionTicket(watched).expr),
      ],
    },
    {
      heading: "Rollback",
      lines: [
        "Tables have caught up, and what waited in its queue is handled (docs/regions.md, To come back); then:",
        ...code("sh", written(watched, { first, second }, 0)),
      ],
    },
  ];
}

const written = (
  { service }: WatchedRegion,
  { first, second }: Pick<Regions, "first" | "second">,
  value: 0 | 1,
): string =>
  `AWS_STS_REGIONAL_ENDPOINTS=regional aws cloudwatch put-metric-data --region ${second} --namespace ${SWITCH_METRIC.namespace} --metric-name ${SWITCH_METRIC.name} --dimensions Environment=${service.environment},Region=${first} --value ${value}`;
