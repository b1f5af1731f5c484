import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { Construct } from "constructs";
import { named } from "../../tags";
import type { CloudService } from "../../../model/network/declaration";
import { endpointPolicy } from "./endpoint_policy";
import type { TierRoutes } from "./routes";
import { SecurityGroup } from "./security_group";
import type { Site } from "./site";
import type { NetworkSubnet } from "./subnet";

/** A service of AWS by the name of its endpoint, and by the prefix of its actions where that is another. */
interface AwsService {
  readonly endpoint: string;
  readonly actions?: string;
}

const SERVICES: Readonly<Record<CloudService, readonly AwsService[]>> = {
  events: [{ endpoint: "events" }],
  functions: [{ endpoint: "lambda" }],
  inference: [{ endpoint: "sagemaker.runtime", actions: "sagemaker" }],
  images: [
    { endpoint: "ecr.api", actions: "ecr" },
    { endpoint: "ecr.dkr", actions: "ecr" },
  ],
  keys: [{ endpoint: "kms" }],
  logs: [{ endpoint: "logs" }],
  metrics: [{ endpoint: "monitoring", actions: "cloudwatch" }],
  models: [{ endpoint: "bedrock-runtime", actions: "bedrock" }],
  parameters: [{ endpoint: "ssm" }],
  queues: [{ endpoint: "sqs" }],
  secrets: [{ endpoint: "secretsmanager" }],
  tokens: [{ endpoint: "sts" }],
  topics: [{ endpoint: "sns" }],
  traces: [{ endpoint: "xray" }],
  workflows: [{ endpoint: "states" }],
};

const HTTPS = 443;

/** The free way to S3 and DynamoDB for every tier that has one: what goes there never pays for a NAT gateway. */
export function makeGatewayEndpoints(
  scope: Construct,
  site: Site,
  routes: readonly TierRoutes[],
): void {
  const tables = routes.filter(({ tier }) => tier !== "isolated").map(({ table }) => table.id);
  if (tables.length === 0) return;
  for (const service of ["dynamodb", "s3"]) {
    new VpcEndpoint(scope, service, {
      ...endpointOf(site, { endpoint: service }),
      vpcEndpointType: "Gateway",
      routeTableIds: tables,
    });
  }
}

/**
 * Interfaces of the declared services in the private tier, and who may use them: what is in the group that is given back.
 *
 * @returns undefined where no service is declared
 */
export function makeInterfaceEndpoints(
  scope: Construct,
  site: Site,
  subnets: readonly NetworkSubnet[],
): SecurityGroup | undefined {
  const services = site.plan.endpoints.flatMap((service) => SERVICES[service]);
  if (services.length === 0) return undefined;
  const { endpoints, clients } = makeGroups(scope, site);
  for (const service of services) {
    new VpcEndpoint(scope, service.endpoint.replace(".", "-"), {
      ...endpointOf(site, service),
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: subnets.filter(({ planned }) => planned.tier === "private").map(({ id }) => id),
      securityGroupIds: [endpoints.id],
    });
  }
  return clients;
}

function makeGroups(scope: Construct, { vpc, names }: Site) {
  const group = (id: string, description: string) =>
    new SecurityGroup(scope, id, { name: names.part(id), description, vpcId: vpc.id });
  const endpoints = group("endpoints", "The interfaces of AWS services.");
  const clients = group("endpoint-clients", "What may use the interfaces of AWS services.");
  endpoints.allowFrom(clients, { port: HTTPS, description: "Requests to AWS services" });
  return { endpoints, clients };
}

const endpointOf = ({ vpc, names, location }: Site, { endpoint, actions }: AwsService) => ({
  vpcId: vpc.id,
  serviceName: `com.amazonaws.${location.region}.${endpoint}`,
  policy: endpointPolicy(actions ?? endpoint, location),
  tags: named(names.part(endpoint.replace(".", "-"))),
});
