import type { Contracts, Schema } from "../../contracts/contracts";
import type { EnvironmentDeclaration } from "../../environment";
import { settleTokens } from "../../sign_in/tokens";
import { settleFirewall } from "../delivery/defaults";
import { settleJwt, settleRequestFunction } from "../request_defaults";
import type { GraphqlDeclaration } from "./declaration";
import type { Graphql } from "./settled";

/**
 * The query with which tools ask for a whole schema is 15 levels deep in graphql-js 16 (`getIntrospectionQuery`).
 */
const LIMITS = { depth: 15, resolvers: 25 } as const;

/** The defaults of a workload of GraphQL, settled once. */
export function settleGraphql(
  workload: GraphqlDeclaration,
  environment: EnvironmentDeclaration,
  contracts: Contracts,
): Graphql {
  const { kind, code, auth, limits = {}, firewall = {} } = workload;
  const production = environment.stage === "production";
  return {
    ...{ kind, code },
    schema: settleSchema(workload.schema, contracts),
    jwt: settleJwt(auth),
    signIn: settleTokens(auth, environment),
    introspection: workload.introspection ?? !production,
    limits: { ...LIMITS, ...limits },
    fieldLogs: workload.fieldLogs ?? "errors",
    firewall: settleFirewall(firewall, production),
    function: settleRequestFunction(workload, environment),
  };
}

/** @throws where the file was not read: a rule is missing */
function settleSchema(file: string, contracts: Contracts): Schema {
  const contract = contracts[file];
  if (contract?.kind !== "graphql") throw new Error(`${file}: expected a schema that was read`);
  return { file, text: contract.text, fields: contract.fields };
}
