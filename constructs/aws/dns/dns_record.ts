import { Route53Record, type Route53RecordConfig } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { liesIn } from "../../../model/dns/dns";
import { refuse } from "../../expected";
import { routed, routingProblems, type Routing } from "./routing";
import type { DnsZone } from "./zone";

export interface DnsRecordProps {
  /** Where it stands. */
  readonly zone: DnsZone;

  /** The whole name, such as `images.example.com`; the zone's own domain too. */
  readonly name: string;

  /** What is answered. */
  readonly target: RecordTarget;

  /**
   * Which of several records of the name is answered.
   *
   * @default - this one: the name has no other of its type
   */
  readonly routing?: Routing;

  /**
   * The id of a health check; while it fails, the record is not answered.
   *
   * @default - the record counts as healthy, an alias unless `evaluateTargetHealth` says otherwise
   */
  readonly healthCheckId?: string;
}

export type RecordTarget = AliasTarget | RecordValues;

/** Something of AWS, whose addresses AWS knows: free of charge, for the domain of a zone too, and without a time to live of its own. */
export interface AliasTarget {
  readonly kind: "alias";
  /** Its own name, such as that of a load balancer or of a distribution. */
  readonly dnsName: string;
  /** The zone of that name, which its resource tells; of a distribution {@link CLOUDFRONT_ZONE}. */
  readonly zoneId: string;
  /**
   * Leave the record out of answers while what it leads to is unhealthy. CloudFront does not tell.
   *
   * @default false
   */
  readonly evaluateTargetHealth?: boolean;
  /**
   * Answer with addresses of IPv6 too; of a target that has none, nobody gets any.
   *
   * @default true
   */
  readonly ipv6?: boolean;
}

/** Values as they stand. */
export interface RecordValues {
  readonly kind: "values";
  readonly type: RecordType;
  /** 1 to 400. A text stands without its quotes. */
  readonly values: readonly string[];
  /**
   * How long an answer is kept elsewhere.
   *
   * @default 300
   */
  readonly ttlSeconds?: number;
}

export type RecordType = "A" | "AAAA" | "CAA" | "CNAME" | "MX" | "NS" | "SRV" | "TXT";

/** Of every distribution of CloudFront. @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
export const CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

const MOST_VALUES = 400;
const TTL_SECONDS = 300;
const LONGEST_TTL = 2_147_483_647;

/** What a name leads to: addresses of something of AWS, or values; one answer, or one of a set. */
export class DnsRecord extends Construct {
  readonly records: readonly Route53Record[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DnsRecordProps,
  ) {
    super(scope, id);
    refuse(this, problemsOf(props));
    this.records =
      props.target.kind === "alias" ? this.makeAliases(props.target) : [this.make(props.target)];
  }

  private makeAliases({ dnsName, zoneId, evaluateTargetHealth = false, ipv6 = true }: AliasTarget) {
    const alias = { name: dnsName, zoneId, evaluateTargetHealth };
    const types = ipv6 ? ["A", "AAAA"] : ["A"];
    return types.map((type) => this.makeRecord(type, { alias }));
  }

  private make({ type, values, ttlSeconds = TTL_SECONDS }: RecordValues): Route53Record {
    return this.makeRecord(type, { ttl: ttlSeconds, records: [...values] });
  }

  private makeRecord(type: string, answer: Partial<Route53RecordConfig>): Route53Record {
    const { zone, name, routing, healthCheckId } = this.props;
    return new Route53Record(this, type.toLowerCase(), {
      ...{ zoneId: zone.id, name, type },
      ...answer,
      ...(routing === undefined ? {} : routed(routing)),
      ...(healthCheckId === undefined ? {} : { healthCheckId }),
    });
  }
}

function problemsOf(props: DnsRecordProps): (string | false)[] {
  const { zone, name, target, routing } = props;
  return [
    !liesIn(name, zone.name) && `expected a name of the zone ${zone.name}, got ${name}`,
    ...(target.kind === "alias" ? [aliasProblem(target)] : valuesProblems(target, props)),
    ...(routing === undefined ? [unchosenProblem(props)] : routingProblems(routing)),
    blindProblem(props),
  ];
}

const aliasProblem = ({ zoneId, evaluateTargetHealth }: AliasTarget): string | false =>
  zoneId === CLOUDFRONT_ZONE &&
  evaluateTargetHealth === true &&
  "expected no `evaluateTargetHealth` of a distribution, as CloudFront tells Route 53 of no health; give the record a health check";

const valuesProblems = (target: RecordValues, props: DnsRecordProps): (string | false)[] => [
  countProblem(target),
  ...(target.type === "CNAME" ? cnameProblems(target, props) : []),
  ttlProblem(target),
];

const countProblem = ({ values: { length } }: RecordValues): string | false =>
  (length === 0 || length > MOST_VALUES) && `expected 1 to ${MOST_VALUES} values, got ${length}`;

const cnameProblems = (
  { values: { length } }: RecordValues,
  { name, zone }: DnsRecordProps,
): (string | false)[] => [
  length > 1 && `expected one value of a CNAME, got ${length}`,
  name === zone.name &&
    `expected no CNAME at ${name}, the domain of the zone, which has other records; make an alias`,
];

const ttlProblem = ({ ttlSeconds = TTL_SECONDS }: RecordValues): string | false =>
  !(Number.isInteger(ttlSeconds) && ttlSeconds >= 0 && ttlSeconds <= LONGEST_TTL) &&
  `expected a whole number of seconds from 0 to ${LONGEST_TTL}, got ${ttlSeconds}`;

const unchosenProblem = ({ healthCheckId }: DnsRecordProps): string | false =>
  healthCheckId !== undefined &&
  "expected a routing beside a health check, got none; Route 53 answers a record that has no other, healthy or not";

/** Nobody would ever get the secondary. */
function blindProblem({ routing, target, healthCheckId }: DnsRecordProps): string | false {
  if (routing?.policy !== "failover" || routing.role === "secondary") return false;
  if (healthCheckId !== undefined) return false;
  if (target.kind === "alias" && target.evaluateTargetHealth === true) return false;
  return "expected a health check of the primary, or `evaluateTargetHealth` of its alias, got neither; Route 53 would never fail over";
}
