import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { liesIn } from "../../../model/dns/dns";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import type { Location } from "../arn";
import { placeIn } from "../region_provider";
import type { DnsZone } from "./zone";

export interface CertificateProps {
  /** What people find it by: its tag `Name`. */
  readonly name: string;

  /** Where the records stand that prove that the names are ours; each name is its domain or lies below. */
  readonly zone: DnsZone;

  /** What it is for: hosts such as `images.example.com`, and wildcards such as `*.example.com`, which stand for one label. The first has 64 characters at most. */
  readonly hosts: readonly string[];

  /**
   * Account and region of the certificate: CloudFront takes those of us-east-1 alone, a load balancer those of its own region.
   *
   * @default - where the stack is
   */
  readonly location?: Location;

  /**
   * The key, which ACM makes and nobody sees. An elliptic curve makes shorter handshakes; RSA is understood by clients of before 2014 too.
   *
   * @default "EC_prime256v1"
   */
  readonly keyAlgorithm?: KeyAlgorithm;

  /**
   * Write it into the public logs of certificates (RFC 9162), without which Chrome and Safari refuse it. The logs show the name of each host to everybody.
   *
   * @default true
   */
  readonly transparency?: boolean;
}

/**
 * Those that ACM makes by itself; CloudFront takes neither `EC_secp384r1` nor RSA longer than these.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
 */
export type KeyAlgorithm = "RSA_2048" | "EC_prime256v1" | "EC_secp384r1";

/** ACM's quota, which it raises to 100 when asked. */
const MOST_HOSTS = 100;

/** X.509 bounds the common name, which is the first of them. */
const LONGEST_FIRST = 64;
const LONGEST = 253;

const TTL_SECONDS = 300;

const HOST = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * A certificate that ACM makes, and renews for as long as the records stand that prove it. A change of its hosts makes another before the first
 * one goes.
 */
export class Certificate extends Construct {
  readonly certificate: AcmCertificate;
  private readonly validation: AcmCertificateValidation;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CertificateProps,
  ) {
    super(scope, id);
    refuse(this, problemsOf(props));
    this.certificate = this.makeCertificate();
    this.validation = new AcmCertificateValidation(this, "issued", {
      certificateArn: this.certificate.arn,
      validationRecordFqdns: this.proofs().map(({ fqdn }) => fqdn),
    });
    if (props.location !== undefined) placeIn(this, props.location);
  }

  /** Known after the first apply, once the certificate is issued: whoever uses it waits for that. */
  get arn(): string {
    return this.validation.certificateArn;
  }

  private makeCertificate(): AcmCertificate {
    const { name, hosts, keyAlgorithm = "EC_prime256v1", transparency = true } = this.props;
    const [domainName = "", ...others] = hosts;
    return new AcmCertificate(this, MAIN, {
      domainName,
      ...(others.length === 0 ? {} : { subjectAlternativeNames: others }),
      validationMethod: "DNS",
      keyAlgorithm,
      options: {
        certificateTransparencyLoggingPreference: transparency ? "ENABLED" : "DISABLED",
      },
      tags: named(name),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** A wildcard and the domain behind it are proved by one record. */
  private proofs(): Route53Record[] {
    const { hosts } = this.props;
    const proved = hosts.filter(
      (host, index) => hosts.findIndex((other) => bare(other) === bare(host)) === index,
    );
    return proved.map((host) => this.makeProof(host));
  }

  private makeProof(host: string): Route53Record {
    const { zone } = this.props;
    return new Route53Record(this, labelOf(bare(host), zone), {
      zoneId: zone.id,
      name: this.told(host, "resource_record_name"),
      type: "CNAME",
      ttl: TTL_SECONDS,
      records: [this.told(host, "resource_record_value")],
      // It says the same for each certificate of the account that is for this name, whichever stack or region it is in.
      allowOverwrite: true,
    });
  }

  /** What ACM asks for of one name. It answers for all of them in a set, so that none has a place in it. */
  private told(host: string, what: string): string {
    const options = `${this.certificate.fqn}.domain_validation_options`;
    return `\${one([for each in ${options} : each.${what} if each.domain_name == "${host}"])}`;
  }
}

const bare = (host: string): string => host.replace(/^\*\./, "");

/** The part of a name that the zone does not say. */
const labelOf = (host: string, { name }: DnsZone): string =>
  host === name ? "apex" : host.slice(0, -name.length - 1);

function problemsOf({ hosts, zone }: CertificateProps): (string | false)[] {
  const [first = ""] = hosts;
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index);
  return [
    (hosts.length === 0 || hosts.length > MOST_HOSTS) &&
      `expected 1 to ${MOST_HOSTS} hosts, got ${hosts.length}; make a certificate for each part of them`,
    twice !== undefined && `expected each host once, got ${twice} twice`,
    first.length > LONGEST_FIRST &&
      `expected a first host of at most ${LONGEST_FIRST} characters, got ${first}, which has ${first.length}; put a shorter one, or *.${zone.name}, before it`,
    ...hosts.map((host) => hostProblem(host, zone)),
  ];
}

function hostProblem(host: string, { name }: DnsZone): string | false {
  if (host.length > LONGEST || !HOST.test(host)) {
    return `expected a host in lower case such as images.${name} or *.${name}, got ${host}`;
  }
  if (liesIn(bare(host), name)) return false;
  return `expected hosts of the zone ${name}, where the record that proves them has to be, got ${host}`;
}
