import type { AwsEnvironment } from "../../model/environment";
import { awsNames, files, JOB_METRICS, LOG_METRICS, SHARED } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { isBatch, replicatedStores, runsCode, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { REPLICA_REGION, SCRAPE_INTERVAL_SECONDS, type CloudWatchSignal } from "../../model/signal";
import { logSignals } from "../../model/signals";
import { awsFunction, placeOf } from "../resources";
import { toYaml } from "../yaml";
import { costText, yaceCost } from "./cost";
import { askedTogether, cloudWatchSignals } from "./emitted";

/** Tags that become labels: what people look for, and whatever a signal's resource is found by. */
function tagsOf(signals: readonly CloudWatchSignal[]): string[] {
  const found = signals.flatMap(({ label }) => /^tag_(.*)$/.exec(label)?.slice(1) ?? []);
  return [...new Set(["service", "environment", ...found])];
}

/**
 * CloudWatch publishes a minute late at times; a datapoint asked for too early is one that never comes.
 * YACE ignores it on a metric: it is the job's.
 */
const DELAY_SECONDS = 120;

/** YACE finds resources by the tags that every stack puts on them; its role is that of where it runs. */
export const renderYace = (
  environment: Environment,
  declaration: AwsEnvironment,
): RenderedFile => ({
  path: files.exporter("yace"),
  text: toYaml(
    {
      apiVersion: "v1alpha1",
      "sts-region": declaration.region,
      discovery: discovery(environment, declaration),
      ...named(environment, declaration),
    },
    `Run with: yace --config.file=yace.yaml --scraping-interval=${SCRAPE_INTERVAL_SECONDS}`,
    "Period, length and scraping interval are one minute each: every datapoint is exported once.",
    `It asks CloudWatch for ${costText(yaceCost(environment), "metrics")}; yace_cloudwatch_getmetricdata_metrics_requested_total counts them.`,
  ),
});

function discovery(environment: Environment, { name, region }: AwsEnvironment) {
  const { services } = environment;
  const signals = cloudWatchSignals(environment);
  const ofNamespace = (name: string) => signals.filter(({ namespace }) => namespace === name);
  const namespaces = [...new Set(signals.map(({ namespace }) => namespace))];
  const searchTags = (shared: boolean) => [
    { key: "environment", value: `^${name}$` },
    { key: "service", value: shared ? `^${SHARED}$` : `^(${ownersOf(services)})$` },
  ];
  return {
    exportedTagsOnMetrics: Object.fromEntries(
      namespaces.map((namespace) => [namespace, tagsOf(ofNamespace(namespace))]),
    ),
    jobs: askedTogether(signals.filter(({ untagged }) => !untagged)).map(
      ({ namespace, region: own, shared, dimensions, signals }) => ({
        type: namespace,
        regions:
          own === REPLICA_REGION
            ? replicaRegions(services)
            : own
              ? [own]
              : regionsOf(environment, region),
        searchTags: searchTags(shared),
        dimensionNameRequirements: dimensions,
        delay: DELAY_SECONDS,
        metrics: metrics(signals),
      }),
    ),
  };
}

/** Those of the cells. */
const regionsOf = ({ regions }: Environment, own: string): string[] =>
  regions === undefined ? [own] : [regions.first, regions.second];

const ownersOf = (services: readonly Service[]): string =>
  [...new Set(services.map((service) => service.name))].join("|");

const replicaRegions = (services: readonly Service[]): string[] => [
  ...new Set(services.flatMap(replicatedStores).map(({ replica }) => replica.region)),
];

/** What no tags tell of; nothing where there is none. */
function named(environment: Environment, declaration: AwsEnvironment) {
  const jobs = [logJobs, endingJobs, untaggedJobs].flatMap((of) => of(environment, declaration));
  return jobs.length === 0 ? {} : { customNamespace: jobs };
}

/** All of an account's with these dimensions: a static job would name ours alone, but asks without a delay, for datapoints that do not stand yet. */
const untaggedJobs = (environment: Environment, { region }: AwsEnvironment) =>
  askedTogether(cloudWatchSignals(environment))
    .filter(({ untagged }) => untagged)
    .map(({ namespace, region: own, dimensions, signals }) => ({
      ...{ name: UNTAGGED, namespace, regions: [own ?? region] },
      dimensionNameRequirements: dimensions,
      delay: DELAY_SECONDS,
      metrics: metrics(signals),
    }));

/** The label `name` of their series, which says nothing. */
const UNTAGGED = "untagged";

/** Metrics of a namespace of our own have no tags: each function's has a job, whose name is the label that tells them apart. */
const logJobs = ({ services }: Environment, { region }: AwsEnvironment) =>
  services.filter(runsCode).map((service) => {
    const { initDuration } = awsFunction(placeOf(service));
    return {
      name: initDuration,
      namespace: LOG_METRICS,
      regions: [service.region?.name ?? region],
      delay: DELAY_SECONDS,
      metrics: [logSignals.functionStarts, logSignals.functionStartTime].map((signal) =>
        asked(initDuration, signal),
      ),
    };
  });

/** As those of functions: of what becomes of jobs, one for each way in which they end. */
const endingJobs = ({ services }: Environment, { region }: AwsEnvironment) =>
  services.filter(isBatch).flatMap((service) => {
    const { ended } = awsNames(placeOf(service)).batch;
    return (["succeeded", "failed"] as const).map((how) => ({
      name: ended(how),
      namespace: JOB_METRICS,
      regions: [region],
      delay: DELAY_SECONDS,
      metrics: [
        asked(ended(how), how === "failed" ? logSignals.jobsFailed : logSignals.jobsSucceeded),
      ],
    }));
  });

/** Queue and dead-letter queue share metrics: each is asked for once. */
function metrics(signals: readonly CloudWatchSignal[]) {
  const once = new Map(signals.map((signal) => [signal.series, signal]));
  return [...once.values()].map((signal) => asked(signal.metric, signal));
}

const asked = (
  name: string,
  { statistic, nilToZero }: Pick<CloudWatchSignal, "statistic" | "nilToZero">,
) => ({
  name,
  statistics: [statistic],
  period: SCRAPE_INTERVAL_SECONDS,
  length: SCRAPE_INTERVAL_SECONDS,
  nilToZero,
});
