import { between } from "./bounds";
import { stackOf } from "./target_protocol";
import type { TargetGroupProps } from "./target_group";

/** How a load balancer knows that a target can answer. */
export interface HealthCheck {
  /**
   * What is asked for: a path, or of gRPC a method such as `/grpc.health.v1.Health/Check`. Needed where requests are seen; without
   * one a network load balancer only opens a connection.
   *
   * @default - a connection that opens is enough
   */
  readonly path?: string;

  /**
   * Answers of a target that can: of HTTP such as `200` or `200-299`, of gRPC from 0 to 99, such as `0` or `0,12`.
   *
   * @default "200", or "0" of gRPC
   */
  readonly codes?: string;

  /**
   * Another port than that of requests.
   *
   * @default - the port that a target gets requests at
   */
  readonly port?: number;

  /**
   * Ask by TLS.
   *
   * @default - as requests go
   */
  readonly encrypted?: boolean;

  /**
   * Time from one question to the next, 5 to 300.
   *
   * @default 10
   */
  readonly intervalSeconds?: number;

  /**
   * Time for an answer, 2 to 120 and shorter than the interval.
   *
   * @default 5
   */
  readonly timeoutSeconds?: number;

  /**
   * Good answers in a row after which a target gets requests, 2 to 10.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;

  /**
   * Bad answers in a row after which it gets none, 2 to 10.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number;
}

const DEFAULTS = {
  ...{ intervalSeconds: 10, timeoutSeconds: 5 },
  ...{ healthyThreshold: 2, unhealthyThreshold: 3 },
} as const;

const asksByHttp = ({ path }: HealthCheck, { protocol }: TargetGroupProps): boolean =>
  stackOf(protocol) === "application" || path !== undefined;

export function healthCheckOf(check: HealthCheck, group: TargetGroupProps) {
  const { path, port, encrypted = group.encrypted ?? false } = check;
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = {
    ...DEFAULTS,
    ...check,
  };
  const byHttp = asksByHttp(check, group);
  const { codes = group.protocol === "grpc" ? "0" : "200" } = check;
  return {
    enabled: true,
    protocol: byHttp ? (encrypted ? "HTTPS" : "HTTP") : "TCP",
    ...(byHttp ? { path, matcher: codes } : {}),
    port: port === undefined ? "traffic-port" : String(port),
    ...{ interval: intervalSeconds, timeout: timeoutSeconds },
    ...{ healthyThreshold, unhealthyThreshold },
  };
}

const LONGEST_PATH = 1024;

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export function healthCheckProblems(check: HealthCheck, group: TargetGroupProps) {
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = {
    ...DEFAULTS,
    ...check,
  };
  return [
    pathProblem(check, group),
    codesProblem(check, group),
    between("healthCheck.port", check.port, 1, 65_535),
    between("healthCheck.intervalSeconds", intervalSeconds, 5, 300),
    between("healthCheck.timeoutSeconds", timeoutSeconds, 2, 120),
    timeoutSeconds >= intervalSeconds &&
      `healthCheck.timeoutSeconds: expected less than the interval of ${intervalSeconds}, got ${timeoutSeconds}`,
    between("healthCheck.healthyThreshold", healthyThreshold, 2, 10),
    between("healthCheck.unhealthyThreshold", unhealthyThreshold, 2, 10),
  ];
}

function pathProblem(check: HealthCheck, group: TargetGroupProps): string | false {
  if (!asksByHttp(check, group)) return false;
  const { path = "" } = check;
  if (path.startsWith("/") && path.length <= LONGEST_PATH) return false;
  return `healthCheck.path: expected a path from "/" on of at most ${LONGEST_PATH} characters, got ${JSON.stringify(path)}`;
}

/** One, a list or a range. */
const CODES = /^\d{1,3}([,-]\d{1,3})*$/;

function codesProblem(check: HealthCheck, group: TargetGroupProps): string | false {
  const { codes } = check;
  if (codes === undefined) return false;
  if (!asksByHttp(check, group)) {
    return `healthCheck.codes: expected none where only a connection is opened, got ${JSON.stringify(codes)}; say a path, or leave it out`;
  }
  const [least, most] =
    group.protocol === "grpc"
      ? [0, 99]
      : [200, stackOf(group.protocol) === "application" ? 499 : 599];
  const numbers = codes.split(/[,-]/).map(Number);
  if (CODES.test(codes) && numbers.every((one) => one >= least && one <= most)) return false;
  return `healthCheck.codes: expected codes from ${least} to ${most}, such as "${least}" or "${least}-${most}", got ${JSON.stringify(codes)}`;
}
