import { between } from "./bounds";
import type { RouteConditions, RouteProps, RouteTarget } from "./route";

type Problem = string | false;

/**
 * What AWS refuses of a rule, and what a split has to add up to.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
export function routeProblems(
  props: Omit<RouteProps, "targets"> & {
    readonly targets: readonly RouteTarget[];
    readonly encrypted: boolean;
  },
): Problem[] {
  return [
    between("priority", props.priority, 1, 50_000),
    ...conditionProblems(props),
    ...targetProblems(props),
  ];
}

/** Quotas of AWS: conditions' values and target groups of one rule. */
const MOST_VALUES = 5;
const MOST_TARGETS = 5;
const MOST_WILDCARDS = 5;
const LONGEST_VALUE = 128;

const valuesOf = ({ hosts, paths, methods, headers = {} }: RouteConditions) =>
  Object.entries({ hosts, paths, methods, ...prefixed(headers) }).flatMap(([field, values]) =>
    values === undefined ? [] : [{ field, values }],
  );

const prefixed = (headers: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, values]) => [`headers.${name}`, values]));

function conditionProblems(conditions: RouteConditions): Problem[] {
  const lists = valuesOf(conditions);
  const all = lists.flatMap(({ values }) => values);
  const wildcards = all.join("").replace(/[^*?]/g, "").length;
  return [
    all.length === 0 &&
      "hosts: expected a condition (hosts, paths, methods or headers), got none; the listener answers 404 where no rule holds",
    all.length > MOST_VALUES &&
      `hosts: expected at most ${MOST_VALUES} values of hosts, paths, methods and headers together, got ${all.length}; make a second route to the same targets`,
    wildcards > MOST_WILDCARDS &&
      `hosts: expected at most ${MOST_WILDCARDS} wildcards in one route, got ${wildcards}; make a second route to the same targets`,
    ...lists.map(
      ({ field, values }) =>
        values.length === 0 && `${field}: expected at least one value, got none; leave it out`,
    ),
    ...lists.flatMap(({ field, values }) => values.map((value) => valueProblem(field, value))),
  ];
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
const SHAPES: Readonly<Record<string, RegExp>> = {
  hosts: /^(?=.*\.)[A-Za-z0-9.*?-]+$/,
  paths: /^\/[A-Za-z0-9_\-.$/~"'@:+&()!,;=%*?]*$/,
  methods: /^[A-Z_-]+$/,
};

function valueProblem(field: string, value: string): Problem {
  const right = SHAPES[field]?.test(value) ?? value !== "";
  if (right && value.length <= LONGEST_VALUE) return false;
  const what = { hosts: "a host such as", paths: "a path such as", methods: "a method such as" };
  const like = { hosts: "api.example.com", paths: "/orders/*", methods: "GET" };
  const known = field as keyof typeof what;
  const wanted = what[known] ? `${what[known]} ${like[known]}` : "a value";
  return `${field}: expected ${wanted} of at most ${LONGEST_VALUE} characters, got ${JSON.stringify(value)}`;
}

function targetProblems({
  targets,
  stickySeconds,
  encrypted,
}: Pick<RouteProps, "targets" | "stickySeconds"> & { readonly encrypted: boolean }): Problem[] {
  return [
    (targets.length === 0 || targets.length > MOST_TARGETS) &&
      `targets: expected 1 to ${MOST_TARGETS} target groups, got ${targets.length}`,
    ...targets.map(({ group: { protocol } }, index) =>
      protocolProblem(`targets[${index}].group`, protocol, encrypted),
    ),
    weightProblem(targets),
    between("stickySeconds", stickySeconds, 1, 604_800),
    stickySeconds !== undefined &&
      targets.length === 1 &&
      `stickySeconds: expected none with one target group, got ${stickySeconds}; let the group have the stickiness`,
  ];
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version */
function protocolProblem(
  field: string,
  protocol: RouteTarget["group"]["protocol"],
  encrypted: boolean,
): Problem {
  if (protocol === "tcp" || protocol === "udp" || protocol === "tcpUdp") {
    return `${field}: expected targets of http1, http2 or grpc, got ${protocol}; a network load balancer forwards to those`;
  }
  if (protocol === "http1" || encrypted) return false;
  return `${field}: expected http1 behind a listener without TLS, got ${protocol}; give the balancer a certificate`;
}

function weightProblem(targets: readonly RouteTarget[]): Problem {
  const weights = targets.map(({ weight }) => weight);
  if (targets.length === 1) {
    return (
      weights[0] !== undefined &&
      weights[0] !== 100 &&
      `targets: expected no weight of the one target group, got ${weights[0]}; it gets all`
    );
  }
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? NaN), 0);
  const whole = weights.every((weight = NaN) => Number.isInteger(weight) && weight >= 0);
  if (targets.length === 0 || (whole && sum === 100)) return false;
  const got = weights.map((weight) => weight ?? "none").join(" + ");
  return `targets: expected weights that are whole percentages and 100 together, got ${got}`;
}
