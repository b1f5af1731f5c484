import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import type { awsSignInNames } from "../../../model/sign_in/names";
import { SIGN_IN_CONTRACT, type SignInContract } from "../../../model/sign_in/contract";
import type { Jwt } from "../../../model/workloads/request_settled";
import { Fn } from "../../tf";
import type { UserPool } from "./user_pool";
import type { UserPoolClient } from "./user_pool_client";

export interface PublishedSignIn {
  readonly users: UserPool;
  readonly clients: ReadonlyMap<string, UserPoolClient>;
}

/** Publishes the issuer of an environment's tokens and the ids of its clients. They are no secret: each token and each page shows them. */
export function publishSignIn(
  scope: Construct,
  { users, clients }: PublishedSignIn,
  parameter: string,
): void {
  const contract: SignInContract = {
    schema: SIGN_IN_CONTRACT,
    pool: users.id,
    issuer: users.issuer,
    clients: Object.fromEntries([...clients].map(([name, { id }]) => [name, id])),
  };
  new SsmParameter(scope, "contract", {
    name: parameter,
    description:
      "Who signs the tokens of the users, and for whom, for the stacks that are applied after it.",
    type: "String",
    insecureValue: JSON.stringify(contract),
  });
}

export interface SignInOfEnvironmentProps {
  /** Physical names, made in `model/sign_in/names.ts`. */
  readonly names: Pick<ReturnType<typeof awsSignInNames>, "contract">;
}

/** Users of a pool, by the ids that AWS gave it and its clients. */
export interface UsersOfPool {
  readonly pool: string;
  readonly clients: readonly string[];
}

/** The environment's users as another stack knows them: read when that stack is planned, so the network's is applied first. */
export class SignInOfEnvironment extends Construct {
  private readonly contract: string;

  constructor(scope: Construct, id: string, { names }: SignInOfEnvironmentProps) {
    super(scope, id);
    const parameter = new DataAwsSsmParameter(this, "contract", { name: names.contract });
    this.contract = Fn.jsondecode(parameter.insecureValue);
  }

  /** What an API asks of tokens that were made for these clients. */
  tokensOf(clients: readonly string[]): Jwt {
    return { issuer: this.at("issuer"), audience: clients.map((name) => this.at("clients", name)) };
  }

  /** What a GraphQL API asks of tokens that were made for these clients. */
  poolOf(clients: readonly string[]): UsersOfPool {
    return { pool: this.at("pool"), clients: clients.map((name) => this.at("clients", name)) };
  }

  private at(...path: string[]): string {
    return Fn.lookupNested(this.contract, path) as string;
  }
}
