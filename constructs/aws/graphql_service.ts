import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import type { Construct } from "constructs";
import type { Graphql } from "../../model/service";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { AnsweringService, type AnsweringServiceProps } from "./answering_service";
import { WebAcl } from "./firewall/web_acl";
import type { GraphqlTokens } from "./graphql/authentication";
import { GraphqlApi } from "./graphql/graphql_api";
import { GRAPHQL_LOG_GROUPS } from "./graphql/graphql_logs";

export type GraphqlServiceProps = AnsweringServiceProps<Graphql>;

/** GraphQL API, firewall, function and stores of one service, derived from its declaration. */
export class GraphqlService extends AnsweringService<Graphql> {
  readonly api: GraphqlApi;
  readonly firewall: WebAcl;

  constructor(scope: Construct, id: string, props: GraphqlServiceProps) {
    super(scope, id, props);
    this.api = this.makeApi();
    this.firewall = this.makeFirewall();
    this.traceOrigins();
    this.makeRollout({ GraphQLAPIId: this.api.api.id });
    this.makeOutputs();
  }

  protected logGroups(): readonly string[] {
    return [this.names.firewallLogGroup, GRAPHQL_LOG_GROUPS];
  }

  protected does(): string {
    return `Resolves the fields of ${this.props.service.name}.`;
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
    throw this.missingUsers();
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

  private traceOrigins(): void {
    const { service } = this.props;
    this.traceFunction();
    cameFrom(this.api, service, "workload");
    for (const resolver of this.api.resolvers) cameFrom(resolver, service, "workload.schema");
    cameFrom(this.firewall, service, "workload.firewall");
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
