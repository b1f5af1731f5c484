import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import type { RecordTarget } from "../dns/dns_record";
import { Certificate } from "../dns/certificate";
import type { DnsZone } from "../dns/zone";
import type { HttpApi } from "../http/http_api";

export interface ApiAddressProps {
  /** The certificate's tag `Name`. */
  readonly name: string;
  /** The whole name at which the API answers. */
  readonly host: string;
  /** In which the certificate is proved. */
  readonly zone: DnsZone;
  /** What answers there. */
  readonly api: HttpApi;
}

/** A name at which an API answers beside AWS's own, in the stack's region, by a certificate of its own: other regions have theirs for the same name, which one record proves. */
export class ApiAddress extends Construct {
  readonly domain: Apigatewayv2DomainName;
  readonly mapping: Apigatewayv2ApiMapping;
  readonly certificate: Certificate;

  constructor(scope: Construct, id: string, { name, host, zone, api }: ApiAddressProps) {
    super(scope, id);
    this.certificate = new Certificate(this, "certificate", { name, zone, hosts: [host] });
    this.domain = new Apigatewayv2DomainName(this, MAIN, {
      domainName: host,
      domainNameConfiguration: {
        certificateArn: this.certificate.arn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
    });
    this.mapping = new Apigatewayv2ApiMapping(this, "mapping", {
      apiId: api.api.id,
      domainName: this.domain.domainName,
      stage: api.stage.name,
    });
  }

  /** What a record leads to. */
  get target(): RecordTarget {
    const { targetDomainName, hostedZoneId } = this.domain.domainNameConfiguration;
    return { kind: "alias", dnsName: targetDomainName, zoneId: hostedZoneId, ipv6: false };
  }
}
