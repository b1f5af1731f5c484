import type { Attributes, TerraformJson } from "../../../../constructs/terraform_json";
import { prod } from "../../../../environments/prod";
import type { EnvironmentDeclaration } from "../../../../model/environment";
import type { NetworkDeclaration } from "../../../../model/network/declaration";
import { NETWORKED, synthesizeAll } from "../../support/synth";

/** The stack of `dev-net`'s network, all of which is declared anew. */
export const networkOf = (network: Partial<NetworkDeclaration> = {}): TerraformJson =>
  stack({ ...NETWORKED, network: { pool: NETWORKED.network.pool, ...network } }, "dev-net-network");

/** As {@link networkOf}, in production. */
export const productionOf = (network: Partial<NetworkDeclaration> = {}): TerraformJson =>
  stack(
    { ...prod, services: NETWORKED.services, network: { pool: "10.48.0.0/16", ...network } },
    "prod-network",
  );

const stack = (environment: EnvironmentDeclaration, id: string) =>
  synthesizeAll([environment]).find((each) => each.id === id)!.json;

/** The names of a type's resources. */
export const namesOf = (json: TerraformJson, type: string): string[] =>
  Object.keys(json.resource?.[type] ?? {});

/** Where each route of a table leads, by its destination. */
export function routesOf(json: TerraformJson, table: string): Record<string, string> {
  const routes = Object.values(json.resource?.["aws_route"] ?? {}) as Attributes[];
  return Object.fromEntries(
    routes
      .filter((route) => route.route_table_id === `\${aws_route_table.${table}.id}`)
      .map((route) => [
        String(route.destination_cidr_block ?? route.destination_ipv6_cidr_block),
        String(route.gateway_id ?? route.nat_gateway_id ?? route.egress_only_gateway_id),
      ]),
  );
}
