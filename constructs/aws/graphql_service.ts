import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import type { Construct } from "constructs";
import type { Graphql } from "../../model/service";
import type { Provisioned } from "../../model/workloads/request_settled";
import { cameFrom } from "../annotate";
import type { CodeAsset } from "../code_asset";
import { TerraformOutput } from "../tf";
import { AwsService, type AwsServiceProps, type Stores } from "./aws_service";
import { WebAcl } from "./firewall/web_acl";
import type { GraphqlTokens } from "./graphql/authentication";
import { GraphqlApi } from "./graphql/graphql_api";
import { GRAPHQL_LOG_GROUPS } from "./graphql/graphql_logs";
import type { SignInOfEnvironment } from "./identity/sign_in_contract";
import type { Key } from "./key";
import { ServiceFunction } from "./service_function";
import { WarmInstances } from "./warm_instances";

export interface GraphqlServiceProps extends AwsServiceProps<Graphql> {
  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /**
   * The environment's users, whose tokens the service takes.
   *
   * @default - none of theirs
   */
  readonly signIn?: SignInOfEnvironment | undefined;
}

/** GraphQL API, firewall, function and stores of one service, derived from its declaration. */
export class GraphqlService extends AwsService<Graphql, GraphqlServiceProps> {
  readonly stores: Stores;
  readonly handler: ServiceFunction;
  readonly api: GraphqlApi;
  readonly firewall: WebAcl;
  readonly warm: WarmInstances | undefined;
  private readonly keys: Readonly<Record<"data" | "logs", Key>>;

  constructor(scope: Construct, id: string, props: GraphqlServiceProps) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    this.stores = this.makeStores(this.keys);
    this.handler = this.makeHandler();
    this.grantStores(this.stores, this.handler);
    this.connectStores(this.stores, () => this.handler.client);
    this.api = this.makeApi();
    this.firewall = this.makeFirewall();
    const { provisioned } = props.service.workload.function;
    this.warm = provisioned && this.makeWarm(provisioned);
    this.traceOrigins();
    this.makeOutputs();
  }

  /** The data's key encrypts the function's variables too, which name the stores. */
  private makeKeys() {
    const { handler, firewallLogGroup } = this.names;
    const groups = [handler.logGroup, firewallLogGroup, GRAPHQL_LOG_GROUPS];
    return { data: this.makeKey("data"), logs: this.makeLogsKey(...groups) };
  }

  private makeHandler(): ServiceFunction {
    const { service, location, code } = this.props;
    return new ServiceFunction(this, "handler", {
      names: this.names.handler,
      description: `Resolves the fields of ${service.name}.`,
      ...{ location, code },
      place: this.functionPlace(),
      environment: this.variables(this.stores),
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      ...service.workload.function,
    });
  }

  private makeApi(): GraphqlApi {
    const { service, location } = this.props;
    const { schema, limits, introspection, fieldLogs, function: settled } = service.workload;
    return new GraphqlApi(this, "api", {
      name: this.names.api,
      ...{ location, schema, limits, introspection },
      tokens: this.tokens(),
      handler: this.handler,
      logs: {
        keyArn: this.keys.logs.arn,
        retentionDays: settled.logRetentionDays,
        fields: fieldLogs,
      },
    });
  }

  private tokens(): GraphqlTokens {
    const { service, signIn } = this.props;
    const { jwt, signIn: asked } = service.workload;
    if (jwt !== undefined) return { jwt };
    if (asked !== undefined && signIn !== undefined) return { users: signIn.poolOf(asked.clients) };
    throw new Error(`${service.name}: expected the environment's users, whose tokens it takes`);
  }

  private makeFirewall(): WebAcl {
    const { service, location } = this.props;
    const { firewall, function: settled } = service.workload;
    const webAcl = new WebAcl(this, "firewall", {
      names: this.names,
      description: `Guards the GraphQL API of ${service.name}.`,
      scope: "regional",
      location,
      logKeyArn: this.keys.logs.arn,
      logRetentionDays: settled.logRetentionDays,
      ...firewall,
    });
    new Wafv2WebAclAssociation(webAcl, "guards", {
      resourceArn: this.api.api.arn,
      webAclArn: webAcl.webAcl.arn,
    });
    return webAcl;
  }

  private makeWarm(provisioned: Provisioned): WarmInstances {
    return new WarmInstances(this, "warm", {
      policyName: this.names.warmPolicy,
      of: this.handler,
      ...provisioned,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service);
    this.traceSecrets();
    cameFrom(this.api, service, "workload");
    for (const resolver of this.api.resolvers) cameFrom(resolver, service, "workload.schema");
    cameFrom(this.firewall, service, "workload.firewall");
    cameFrom(this.handler, service, "workload.function");
    if (this.warm) cameFrom(this.warm, service, "workload.function.provisioned");
    cameFrom(this.keys.logs, service, "workload.function");
    this.traceStores(this.stores, this.keys.data);
  }

  private makeOutputs(): void {
    const { api } = this.api;
    new TerraformOutput(this, "graphql-url", {
      value: api.uris.lookup("GRAPHQL"),
      description: "Where callers send queries and mutations.",
    });
    new TerraformOutput(this, "realtime-url", {
      value: api.uris.lookup("REALTIME"),
      description: "Where callers subscribe.",
    });
    new TerraformOutput(this, "api-id", {
      value: api.id,
      description: "The API's id, by which CloudWatch tells its metrics apart.",
    });
    new TerraformOutput(this, "handler-arn", {
      value: this.handler.function.arn,
      description: "The function that resolves fields.",
    });
  }
}
