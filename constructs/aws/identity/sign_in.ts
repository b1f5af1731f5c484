import { CognitoResourceServer } from "@cdktf/provider-aws/lib/cognito-resource-server";
import { Construct } from "constructs";
import type { awsSignInNames } from "../../../model/sign_in/names";
import type { SignIn as SettledSignIn, SignInResource } from "../../../model/sign_in/sign_in";
import { TerraformOutput } from "../../tf";
import type { Location } from "../arn";
import type { DnsZone } from "../dns/zone";
import { publishSignIn } from "./sign_in_contract";
import { UserPool } from "./user_pool";
import { UserPoolClient } from "./user_pool_client";
import { UserPoolDomain, type UserPoolDomainProps } from "./user_pool_domain";

export interface SignInProps {
  /** Physical names, made in `model/sign_in/names.ts`. */
  readonly names: ReturnType<typeof awsSignInNames>;

  /** Settled: every value is there. */
  readonly signIn: SettledSignIn;

  /** Account and region of the users. */
  readonly location: Location;

  /**
   * The environment's zone, for pages at a host of it.
   *
   * @default - pages are at AWS's host
   */
  readonly zone?: DnsZone | undefined;

  /**
   * Let Terraform refuse to destroy the users: their passwords come back from nowhere.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

/** The users of an environment, the pages on which they sign in, and what they sign in to. */
export class SignIn extends Construct {
  readonly users: UserPool;
  readonly domain: UserPoolDomain;
  readonly clients: ReadonlyMap<string, UserPoolClient>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SignInProps,
  ) {
    super(scope, id);
    const { names, signIn, preventDestroy = false } = props;
    this.users = new UserPool(this, "users", { name: names.pool, ...signIn, preventDestroy });
    this.domain = new UserPoolDomain(this, "pages", { userPoolId: this.users.id, at: this.at() });
    const apis = signIn.resources.map((one) => this.makeApi(one));
    this.clients = this.makeClients(apis);
    publishSignIn(this, this, names.contract);
    this.makeOutputs();
  }

  private at(): UserPoolDomainProps["at"] {
    const { signIn, names, zone, location } = this.props;
    const { kind, name } = signIn.domain;
    if (kind === "prefix") return { prefix: name };
    if (zone !== undefined)
      return { host: name, zone, location, certificateName: names.certificate };
    throw new Error(
      `${this.node.path}: expected the zone of ${name}, in which its certificate is proved, got none; give a zone or a prefix`,
    );
  }

  private makeApi({ name, scopes }: SignInResource): CognitoResourceServer {
    return new CognitoResourceServer(this, `${name}-scopes`, {
      ...{ identifier: name, name, userPoolId: this.users.id },
      scope: scopes.map((scope) => ({
        scopeName: scope.name,
        scopeDescription: scope.description,
      })),
    });
  }

  private makeClients(apis: readonly CognitoResourceServer[]): ReadonlyMap<string, UserPoolClient> {
    const { signIn, names } = this.props;
    const userPoolId = this.users.id;
    return new Map(
      signIn.clients.map((client) => [
        client.name,
        new UserPoolClient(this, `${client.name}-client`, {
          ...client,
          ...{ name: names.client(client.name), userPoolId, after: apis },
        }),
      ]),
    );
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "issuer", {
      value: this.users.issuer,
      description: "The issuer of the users' tokens.",
    });
    new TerraformOutput(this, "address", {
      value: `https://${this.props.signIn.domain.host}`,
      description: "Where the pages are on which users sign in.",
    });
    new TerraformOutput(this, "client-ids", {
      value: Object.fromEntries([...this.clients].map(([name, { id }]) => [name, id])),
      description: "The ids by which sites and apps ask for users to sign in; no secret.",
    });
  }
}
