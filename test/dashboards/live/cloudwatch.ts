import { awsSignals, logSignals } from "../../../model/signals";
import { REPLICA_REGION, type CloudWatchSignal, type LogMetricSignal } from "../../../model/signal";
import {
  awsBalancerNames,
  awsClusterNames,
  awsNames,
  JOB_METRICS,
  LOG_METRICS,
  REPLICATION_RULE,
} from "../../../model/names";
import { targetGroupName } from "../../../model/workloads/balanced/target_group";
import { labelsOf, placeOf } from "../../../dashboards/resources";
import {
  cacheStores,
  isBalanced,
  relationalStores,
  replicatedStores,
  type Service,
  type Store,
} from "../../../model/service";
import { countOf } from "../../../dashboards/exporters/emitted";
import { balancerId, targetGroupId } from "./container_resources";
import { authorizationFor } from "./cloud";
import { HURRY } from "./hurry";
import { healthy, outage, OUTAGE_MINUTES, SET_ASIDE, type Minute } from "./minutes";
import { type CloudIds } from "./resources";

type Published = CloudWatchSignal | LogMetricSignal;

/** A metric's values of one minute, as `PutMetricData` takes them: one value, so many times. */
interface Datum {
  /** Where AWS publishes it. @default "us-east-1" */
  readonly region: string | undefined;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  value: number;
  count: number;
}

/** Milliseconds that stand for a minute here. */
const MINUTE = 60_000 / HURRY;

/** An emulated CloudWatch, told minute by minute what AWS would publish of one service. */
export class CloudWatch {
  readonly #endpoint: string;
  readonly #service: Service;
  readonly #ids: CloudIds;
  #written = Math.floor(Date.now() / MINUTE) - 1;
  #minutesOfOutage = 0;
  #setAside = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(endpoint: string, service: Service, ids: CloudIds) {
    this.#endpoint = endpoint;
    this.#service = service;
    this.#ids = ids;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(() => this.#catchUp());
      this.#writing.catch(() => clearInterval(this.#timer));
    }, 500);
  }

  /** @throws when something could not be written */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  /** From now on nothing is handled, for {@link OUTAGE_MINUTES}. */
  breakDown(): void {
    this.#minutesOfOutage = OUTAGE_MINUTES;
  }

  get setAside(): number {
    return this.#setAside;
  }

  /** Writes the minutes that have passed: a late timer loses none. */
  async #catchUp(): Promise<void> {
    while (this.#written + 1 < Math.floor(Date.now() / MINUTE)) {
      this.#written += 1;
      const at = new Date(this.#written * MINUTE);
      await Promise.all(put(this.#endpoint, dataOf(this.#service, this.#ids, this.#next()), at));
    }
  }

  #next(): Minute {
    if (this.#minutesOfOutage === 0) return { ...healthy, deadLetters: this.#setAside };
    this.#minutesOfOutage -= 1;
    this.#setAside += SET_ASIDE;
    return outage(this.#setAside);
  }
}

/** Signals of one metric are statistics of the same values. */
function dataOf(service: Service, ids: CloudIds, minute: Minute): Datum[] {
  const data = new Map<string, Datum>();
  const signals = Object.entries({ ...awsSignals, ...logSignals }) as [keyof Minute, Published][];
  for (const [key, signal] of signals.filter(([, one]) => countOf(one.resource, service) > 0)) {
    for (const dimensions of dimensionsOf(signal, service, ids)) {
      const { namespace } = signal;
      const region = regionOf(signal, service);
      const name = nameOf(signal, service);
      const id = JSON.stringify([namespace, name, dimensions]);
      const datum = data.get(id) ?? { region, namespace, name, dimensions, value: 0, count: 1 };
      if (signal.statistic === "SampleCount") datum.count = minute[key];
      else datum.value = minute[key];
      data.set(id, datum);
    }
  }
  return [...data.values()];
}

const regionOf = (signal: Published, service: Service): string | undefined =>
  "region" in signal && signal.region === REPLICA_REGION
    ? replicatedStores(service)[0]?.replica.region
    : undefined;

/** What a metric filter makes has the filter's name. */
const nameOf = (signal: Published, service: Service): string =>
  "metric" in signal ? signal.metric : resourceOf(signal, service);

const resourceOf = (signal: Published, service: Service): string =>
  labelsOf(signal, placeOf(service), storeOf(signal, service)?.name)[signal.label] ?? "";

function storeOf({ resource }: Published, service: Service): Store | undefined {
  if (resource === "databaseCluster") return relationalStores(service)[0];
  if (resource === "serverlessCache") return cacheStores(service)[0];
  return service.stores[0];
}

/**
 * As AWS publishes it: what a table answers by operation, a function's once more for the alias that is invoked, an API's once
 * more for its stage, a firewall's by rule and for all of them, a filter's without any.
 */
function dimensionsOf(
  signal: Published,
  service: Service,
  ids: CloudIds,
): Record<string, string>[] {
  const name = resourceOf(signal, service);
  const of = DIMENSIONS[signal.namespace];
  return of === undefined
    ? [{ [signal.label.replace("dimension_", "")]: name }]
    : of({ name, signal, service, ids });
}

interface Emitted {
  readonly name: string;
  readonly signal: Published;
  readonly service: Service;
  readonly ids: CloudIds;
}

const DIMENSIONS: Readonly<Record<string, (of: Emitted) => Record<string, string>[]>> = {
  "AWS/DynamoDB": ({ name, signal }) => [
    { TableName: name, ...(isByOperation(signal) && { Operation: "PutItem" }) },
  ],
  "AWS/Lambda": ({ name }) => [
    { FunctionName: name },
    { FunctionName: name, Resource: `${name}:live` },
  ],
  "AWS/ApiGateway": ({ name, ids: { apis } }) => [
    { ApiId: apis[name] ?? "" },
    { ApiId: apis[name] ?? "", Stage: "$default" },
  ],
  "AWS/CloudFront": ({ name, ids: { distributions } }) => [
    { DistributionId: distributions[name] ?? "", Region: "Global" },
  ],
  "AWS/WAFV2": ({ name, signal }) =>
    ["ALL", "rate"].map((rule) => ({
      ...{ WebACL: name, Rule: rule },
      ...(signal.resource === "cellFirewall" && { Region: "us-east-1" }),
    })),
  "AWS/S3": ({ name, signal, service }) => [
    signal.resource === "replication"
      ? { SourceBucket: name, DestinationBucket: `${name}-replica`, RuleId: REPLICATION_RULE }
      : { BucketName: name, FilterId: awsNames(placeOf(service)).bucketMetrics },
  ],
  "AWS/ECS": (emitted) => [tasksOf(emitted)],
  "ECS/ContainerInsights": (emitted) => [tasksOf(emitted)],
  "AWS/ApplicationELB": ({ signal, service }) => [balancingOf(signal, service)],
  [JOB_METRICS]: () => [{}],
  [LOG_METRICS]: () => [{}],
};

const tasksOf = ({ name, service }: Emitted) => ({
  ClusterName: awsClusterNames(service.environment, service.cell).cluster,
  ServiceName: name,
});

/** Of a target group AWS says which balancer is before it, too. */
function balancingOf(signal: Published, service: Service): Record<string, string> {
  if (!isBalanced(service)) throw new Error(`${service.name}: no balancer is before it`);
  const { behindEdge } = service.workload;
  const { balancer } = awsBalancerNames(service.environment, service.cell, behindEdge);
  const group = targetGroupId(targetGroupName(placeOf(service), service.workload));
  return {
    LoadBalancer: balancerId(balancer),
    ...(signal.resource === "targetGroup" && { TargetGroup: group }),
  };
}

const isByOperation = (signal: Published): boolean =>
  "dimensions" in signal && signal.dimensions.includes("Operation");

/** One request a namespace and region, in the protocol that needs no SDK. */
function put(endpoint: string, data: readonly Datum[], at: Date): Promise<void>[] {
  const placeIn = ({ namespace, region }: Datum) => JSON.stringify([namespace, region]);
  return [...new Set(data.map(placeIn))].map(async (place) => {
    const of = data.filter((one) => placeIn(one) === place);
    const [{ namespace, region }] = of as [Datum];
    const fields = of.flatMap((datum, index) =>
      fieldsOf(datum, `MetricData.member.${index + 1}`, at),
    );
    const body = new URLSearchParams([
      ["Action", "PutMetricData"],
      ["Version", "2010-08-01"],
      ["Namespace", namespace],
      ...fields,
    ]);
    const headers = { authorization: authorizationFor("monitoring", region) };
    const answer = await fetch(endpoint, { method: "POST", body, headers });
    if (!answer.ok) throw new Error(`CloudWatch refused: ${await answer.text()}`);
  });
}

const fieldsOf = (datum: Datum, member: string, at: Date): [string, string][] => [
  [`${member}.MetricName`, datum.name],
  [`${member}.Timestamp`, at.toISOString()],
  [`${member}.Values.member.1`, String(datum.value)],
  [`${member}.Counts.member.1`, String(datum.count)],
  ...Object.entries(datum.dimensions).flatMap(([name, value], index): [string, string][] => [
    [`${member}.Dimensions.member.${index + 1}.Name`, name],
    [`${member}.Dimensions.member.${index + 1}.Value`, value],
  ]),
];
