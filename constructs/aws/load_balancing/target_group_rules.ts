import { between, nameProblem } from "./bounds";
import { healthCheckProblems } from "./health_check";
import type { TargetGroupProps } from "./target_group";
import { stackOf } from "./target_protocol";

type Problem = string | false;

/**
 * What AWS refuses of a target group, alone or together.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
export function targetGroupProblems(props: TargetGroupProps): Problem[] {
  return [
    nameProblem(props.name),
    between("port", props.port, 1, 65_535),
    between("deregistrationDelaySeconds", props.deregistrationDelaySeconds, 0, 3600),
    ...(stackOf(props.protocol) === "application"
      ? applicationProblems(props)
      : networkProblems(props)),
    ...healthCheckProblems(props.healthCheck, props),
  ];
}

function applicationProblems(props: TargetGroupProps): Problem[] {
  const { slowStartSeconds, algorithm, targets, protocol, preserveClientIp } = props;
  return [
    between("slowStartSeconds", slowStartSeconds, 30, 900),
    slowStartSeconds !== undefined &&
      algorithm !== undefined &&
      algorithm !== "roundRobin" &&
      `slowStartSeconds: expected none with the algorithm "${algorithm}", got ${slowStartSeconds}; AWS starts targets slowly in turn ("roundRobin") alone`,
    targets === "applicationLoadBalancer" &&
      `targets: expected "ip" or "instance" of ${protocol}, got "applicationLoadBalancer"; a network load balancer alone forwards to one, by tcp`,
    preserveClientIp !== undefined &&
      `preserveClientIp: expected none of ${protocol}, got ${preserveClientIp}; an application load balancer says the address in X-Forwarded-For`,
    cookieProblem(props),
  ];
}

const LONGEST_STICKINESS = 604_800;

/** Names that the balancer keeps for cookies of its own. */
const RESERVED = /^(AWSALB|AWSALBAPP|AWSALBTG)$/;

function cookieProblem({ stickiness, protocol }: TargetGroupProps): Problem {
  if (stickiness === undefined) return false;
  if (stickiness.by === "clientAddress") {
    return `stickiness.by: expected "balancerCookie" or "applicationCookie" of ${protocol}, got "clientAddress"`;
  }
  if (stickiness.by === "applicationCookie" && RESERVED.test(stickiness.name)) {
    return `stickiness.name: expected a cookie of the application's, got "${stickiness.name}", which is the balancer's`;
  }
  return between("stickiness.seconds", stickiness.seconds, 1, LONGEST_STICKINESS);
}

function networkProblems(props: TargetGroupProps): Problem[] {
  const { protocol, encrypted = false, slowStartSeconds, algorithm, preserveClientIp } = props;
  const udp = protocol !== "tcp";
  return [
    algorithm !== undefined &&
      `algorithm: expected none of ${protocol}, got "${algorithm}"; a network load balancer sees connections, and hashes their addresses`,
    slowStartSeconds !== undefined &&
      `slowStartSeconds: expected none of ${protocol}, got ${slowStartSeconds}; an application load balancer alone starts targets slowly`,
    encrypted && udp && `encrypted: expected false of ${protocol}, got true; TLS goes over tcp`,
    udp &&
      preserveClientIp === false &&
      `preserveClientIp: expected true of ${protocol}, got false; AWS always keeps the address there`,
    addressProblem(props),
    ...balancerTargetProblems(props),
  ];
}

function addressProblem({ stickiness, protocol, encrypted }: TargetGroupProps): Problem {
  if (stickiness === undefined) return false;
  if (stickiness.by !== "clientAddress") {
    return `stickiness.by: expected "clientAddress" of ${protocol}, got "${stickiness.by}"; a network load balancer sees no cookies`;
  }
  return (
    encrypted === true &&
    "stickiness: expected none with TLS to the targets, which AWS refuses; leave stickiness or encrypted out"
  );
}

function balancerTargetProblems(props: TargetGroupProps): Problem[] {
  if (props.targets !== "applicationLoadBalancer") return [];
  const { protocol, encrypted = false, stickiness, preserveClientIp } = props;
  const got = encrypted ? "encrypted tcp" : protocol;
  return [
    (protocol !== "tcp" || encrypted) &&
      `protocol: expected plain "tcp" to an application load balancer, which ends TLS itself, got ${got}`,
    stickiness !== undefined &&
      "stickiness: expected none to an application load balancer; let its own target groups have it",
    preserveClientIp === false &&
      "preserveClientIp: expected true to an application load balancer, got false; AWS always keeps the address there",
    props.healthCheck.path === undefined &&
      'healthCheck.path: expected a path such as "/", got nothing; AWS asks an application load balancer by HTTP alone',
    props.deregistrationDelaySeconds !== undefined &&
      `deregistrationDelaySeconds: expected none to an application load balancer, got ${props.deregistrationDelaySeconds}; its own target groups wait`,
  ];
}
