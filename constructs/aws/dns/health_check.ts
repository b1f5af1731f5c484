import {
  Route53HealthCheck,
  type Route53HealthCheckConfig,
} from "@cdktf/provider-aws/lib/route53-health-check";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";

export interface HealthCheckProps {
  /** What people find it by: its tag `Name`. */
  readonly name: string;

  /** What tells that something is healthy. */
  readonly of: Endpoint | Parents | Alarm;

  /**
   * Count healthy as unhealthy, and the other way round.
   *
   * @default false
   */
  readonly inverted?: boolean;
}

/** Something that is asked from around the world. */
export interface Endpoint {
  readonly kind: "endpoint";
  readonly host: string;

  /**
   * HTTPS and HTTP are healthy where the answer is 2xx or 3xx, TCP where a connection is made. A certificate is not looked at.
   *
   * @default "https"
   */
  readonly protocol?: "https" | "http" | "tcp";

  /** @default - 443 of HTTPS, 80 of HTTP; TCP has to say it */
  readonly port?: number;

  /**
   * What is asked for, with a slash in front.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * A text of at most 255 characters that the first 5,120 bytes of the answer must hold.
   *
   * @default - none
   */
  readonly search?: string;

  /**
   * Seconds between two questions from one place. Every 10 seconds costs more.
   *
   * @default 30
   */
  readonly intervalSeconds?: 10 | 30;

  /**
   * Answers in a row, 1 to 10, that change what a place thinks.
   *
   * @default 3
   */
  readonly failures?: number;

  /**
   * From where it is asked, three at least.
   *
   * @default - from all
   */
  readonly regions?: readonly CheckRegion[];

  /**
   * Measure how long answers take, by place, for CloudWatch; for as long as the check exists.
   *
   * @default false
   */
  readonly measureLatency?: boolean;
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
export const CHECK_REGIONS = [
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-west-1",
  "sa-east-1",
  "us-east-1",
  "us-west-1",
  "us-west-2",
] as const;
export type CheckRegion = (typeof CHECK_REGIONS)[number];

/** Other health checks, of which enough have to be healthy. */
export interface Parents {
  readonly kind: "calculated";
  /** Their ids, 1 to 255. */
  readonly checks: readonly string[];
  /** How many have to be healthy; 0 is always healthy. */
  readonly healthy: number;
}

/** An alarm of CloudWatch: healthy while it is OK. It is of whole minutes, and of no metric that is known each second. */
export interface Alarm {
  readonly kind: "alarm";
  /** The alarm's name. */
  readonly alarm: string;
  readonly region: string;
  /**
   * What it is while CloudWatch has too few data.
   *
   * @default "unhealthy"
   */
  readonly unknown?: "healthy" | "unhealthy" | "lastKnown";
}

const FEWEST_REGIONS = 3;
const MOST_FAILURES = 10;
const DEFAULT_FAILURES = 3;
const LONGEST_SEARCH = 255;
const MOST_CHECKS = 255;
const MOST_PORT = 65_535;

/** Whether something answers, as Route 53 sees it: what records fail over by. */
export class HealthCheck extends Construct {
  readonly check: Route53HealthCheck;

  constructor(scope: Construct, id: string, { name, of, inverted = false }: HealthCheckProps) {
    super(scope, id);
    refuse(this, problemsOf(of));
    this.check = new Route53HealthCheck(this, MAIN, {
      ...configOf(of),
      ...(inverted ? { invertHealthcheck: true } : {}),
      tags: named(name),
    });
  }

  /** Known after the first apply only. */
  get id(): string {
    return this.check.id;
  }
}

function configOf(of: HealthCheckProps["of"]): Route53HealthCheckConfig {
  switch (of.kind) {
    case "endpoint":
      return endpointOf(of);
    case "calculated":
      return {
        ...{ type: "CALCULATED", childHealthchecks: [...of.checks] },
        childHealthThreshold: of.healthy,
      };
    case "alarm":
      return {
        ...{ type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: of.alarm },
        cloudwatchAlarmRegion: of.region,
        insufficientDataHealthStatus: UNKNOWN[of.unknown ?? "unhealthy"],
      };
  }
}

const UNKNOWN = {
  healthy: "Healthy",
  unhealthy: "Unhealthy",
  lastKnown: "LastKnownStatus",
} as const;

const portOf = ({ port, protocol = "https" }: Endpoint): number =>
  port ?? { https: 443, http: 80, tcp: NaN }[protocol];

function endpointOf(of: Endpoint): Route53HealthCheckConfig {
  const { host, protocol = "https", search, regions } = of;
  const match = search === undefined ? "" : "_STR_MATCH";
  return {
    ...{ type: `${protocol.toUpperCase()}${match}`, fqdn: host, port: portOf(of) },
    ...webOf(of),
    requestInterval: of.intervalSeconds ?? 30,
    failureThreshold: of.failures ?? DEFAULT_FAILURES,
    measureLatency: of.measureLatency ?? false,
    ...(regions === undefined ? {} : { regions: [...regions] }),
  };
}

/** What TCP has none of. */
function webOf({ protocol = "https", path = "/", search }: Endpoint) {
  if (protocol === "tcp") return {};
  return {
    resourcePath: path,
    ...(search === undefined ? {} : { searchString: search }),
    ...(protocol === "https" ? { enableSni: true } : {}),
  };
}

function problemsOf(of: HealthCheckProps["of"]): (string | false)[] {
  switch (of.kind) {
    case "endpoint":
      return endpointProblems(of);
    case "calculated":
      return parentsProblems(of);
    case "alarm":
      return [];
  }
}

const endpointProblems = (of: Endpoint): (string | false)[] => [
  portProblem(portOf(of)),
  plainProblem(of),
  pathProblem(of),
  searchProblem(of),
  failuresProblem(of),
  regionsProblem(of),
];

const portProblem = (port: number): string | false =>
  !within(port, 1, MOST_PORT) &&
  `expected a port from 1 to ${MOST_PORT}, got ${Number.isNaN(port) ? "none" : port}`;

const plainProblem = ({ protocol, path, search }: Endpoint): string | false =>
  protocol === "tcp" &&
  (path !== undefined || search !== undefined) &&
  "expected neither a path nor a text to look for of TCP, which only connects; choose https or http";

const pathProblem = ({ path = "/" }: Endpoint): string | false =>
  !path.startsWith("/") && `expected a path that begins with a slash, got ${JSON.stringify(path)}`;

const searchProblem = ({ search }: Endpoint): string | false =>
  search !== undefined &&
  !within(search.length, 1, LONGEST_SEARCH) &&
  `expected a text of 1 to ${LONGEST_SEARCH} characters to look for, got ${search.length}`;

const failuresProblem = ({ failures = DEFAULT_FAILURES }: Endpoint): string | false =>
  !within(failures, 1, MOST_FAILURES) &&
  `expected 1 to ${MOST_FAILURES} failures in a row, got ${failures}`;

function regionsProblem({ regions }: Endpoint): string | false {
  const { size } = new Set(regions);
  if (regions === undefined || size >= FEWEST_REGIONS) return false;
  return `expected at least ${FEWEST_REGIONS} regions, got ${size}; leave them out for all`;
}

const parentsProblems = ({ checks, healthy }: Parents): (string | false)[] => [
  !within(checks.length, 1, MOST_CHECKS) &&
    `expected 1 to ${MOST_CHECKS} health checks, got ${checks.length}`,
  !within(healthy, 0, checks.length) &&
    `expected at most the ${checks.length} health checks to be healthy, got ${healthy}; it would never be`,
];

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
