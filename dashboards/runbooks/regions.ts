import { servicesEverywhere } from "../../model/cells/view";
import { awsNames, awsRegionNames, files, SWITCH_METRIC } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import type { Regions } from "../../model/regions/regions";
import { placeOf } from "../resources";
import { regionTicket, watchedRegions, type WatchedRegion } from "../tickets/region_health";
import { escalation } from "./escalation";
import { code, owner, renderPage, type Section } from "./page";

/** A region of a service that is judged, and the one that callers are led to instead. */
interface Judged extends WatchedRegion {
  /** The name that leads to the region in use. */
  readonly host: string;
  /** The region that is not healthy. */
  readonly left: string;
  readonly other: string;
}

/** One runbook a service that is in two regions, of each region that is judged. @param environment - whole, with all its cells */
export function renderRegionRunbooks(environment: Environment): RenderedFile[] {
  const { regions } = environment;
  if (regions === undefined) return [];
  const watched = watchedRegions({ services: servicesEverywhere(environment) });
  return environment.services.flatMap((service) => {
    const judged = watched
      .filter((one) => one.service.name === service.name)
      .map((one) => judgedIn(one, regions));
    const [first] = judged;
    return first === undefined ? [] : [pageOf(first, judged, environment)];
  });
}

function judgedIn(watched: WatchedRegion, { first, second, services }: Regions): Judged {
  const { service, region } = watched;
  const host = services[service.name]?.host ?? "";
  return { ...watched, host, left: region.name, other: region.name === first ? second : first };
}

const pageOf = (
  { alert, service }: Judged,
  judged: readonly Judged[],
  environment: Environment,
): RenderedFile => ({
  path: files.runbook(alert),
  text: renderPage(alert, [
    ...PARTS.map(({ heading, of }) => ({ heading, lines: ofEach(judged, of) })),
    escalation(service, environment),
    owner(service.owner),
  ]),
});

/** Lines of the one region that is judged, or of each under the cell that the alert names. */
const ofEach = (judged: readonly Judged[], of: Part["of"]): string[] =>
  judged.flatMap((one) =>
    judged.length === 1
      ? of(one)
      : [`### Where \`cell\` says \`${one.service.cell}\``, "", ...of(one), ""],
  );

interface Part extends Pick<Section, "heading"> {
  readonly of: (judged: Judged) => readonly string[];
}

const PARTS: readonly Part[] = [
  {
    heading: "Meaning",
    of: ({ service, host, left, other }) => [
      `Route 53 takes ${left} for unhealthy as far as ${service.name} (${service.description}) goes: it cannot be reached, its alarm is not silent, or somebody left it. What asks for \`${host}\` is led to ${other}.`,
    ],
  },
  {
    heading: "Impact",
    of: ({ left, other }) => [
      `None for callers while ${other} is well. What waits in a queue of ${left} waits on, what was written there in its last second may be missing in ${other}, and nothing is left to lead to.`,
    ],
  },
  {
    heading: "Diagnosis",
    of: (judged) => [
      "Which of the three it is: the alarm of the region, that by which people leave it, which stands in the other one, or else that it is not reached. And where the name leads now:",
      ...code(
        "sh",
        ...alarmsOf(judged),
        `dig +short ${judged.host} A`,
        `dig +short ${judged.host} TXT`,
      ),
      "If it was left, somebody meant it: ask who.",
    ],
  },
  {
    heading: "Mitigation",
    of: (judged) => [
      `See that ${judged.other} is well: its objectives on the board, and that its functions are not throttled. If ${judged.left} comes and goes, leave it until its cause is cured; this calls ${judged.other} alone (docs/regions.md):`,
      ...code("sh", written(judged, 1)),
    ],
  },
  {
    heading: "Verification",
    of: (judged) => [
      "This returns nothing once the region is healthy:",
      ...code("promql", regionTicket(judged).expr),
    ],
  },
  {
    heading: "Rollback",
    of: (judged) => [
      "Tables have caught up, and what waited in its queue is handled (docs/regions.md, To come back); then:",
      ...code("sh", written(judged, 0)),
    ],
  },
];

const alarmsOf = ({ service, left, other }: Judged): string[] => [
  `aws cloudwatch describe-alarms --region ${left} --alarm-names ${awsNames(placeOf(service)).regionAlarm}`,
  `aws cloudwatch describe-alarms --region ${other} --alarm-names ${awsRegionNames(service.environment, service.cell).switch}`,
];

const written = ({ service, left, other }: Judged, value: 0 | 1): string =>
  `AWS_STS_REGIONAL_ENDPOINTS=regional aws cloudwatch put-metric-data --region ${other} --namespace ${SWITCH_METRIC.namespace} --metric-name ${SWITCH_METRIC.name} --dimensions Environment=${service.environment},Region=${left} --value ${value}`;
