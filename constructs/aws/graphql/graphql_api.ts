import { AppsyncDatasource } from "@cdktf/provider-aws/lib/appsync-datasource";
import {
  AppsyncGraphqlApi,
  type AppsyncGraphqlApiConfig,
} from "@cdktf/provider-aws/lib/appsync-graphql-api";
import { AppsyncResolver } from "@cdktf/provider-aws/lib/appsync-resolver";
import { Construct } from "constructs";
import type { Schema } from "../../../model/contracts/contracts";
import { graphqlRoles, rootFieldId } from "../../../model/workloads/graphql/names";
import type { GraphqlLimits } from "../../../model/workloads/graphql/settled";
import { literal } from "../../literal";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { graphqlApiArns, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { ServiceFunction } from "../service_function";
import { authenticationOf, type GraphqlTokens } from "./authentication";
import { GraphqlLogs, type GraphqlLogsProps } from "./graphql_logs";

export interface GraphqlApiProps {
  /** The API's name, and its tag `Name`, since AWS gives the id; `model/names.ts` makes it. */
  readonly name: string;

  readonly location: Location;

  /** The schema, and its root fields, for each of which the handler is called. */
  readonly schema: Pick<Schema, "text" | "fields">;

  /** Whose tokens open the API. */
  readonly tokens: GraphqlTokens;

  /** Resolves each root field, by its alias. */
  readonly handler: ServiceFunction;

  /** What one request may ask for at most. */
  readonly limits: GraphqlLimits;

  /** Its log: the ARN of its key, the days that it is kept, and whether fields that fail are in it. */
  readonly logs: Pick<GraphqlLogsProps, "keyArn" | "retentionDays"> & {
    /** Whether it says which fields could not be resolved; each request is in it in any case. */
    readonly fields: "errors" | "off";
  };

  /**
   * Whether callers may ask for the schema.
   *
   * @default false
   */
  readonly introspection?: boolean;
}

const FIELD_LOGS = { errors: "ERROR", off: "NONE" } as const;

/** A GraphQL API of AppSync in front of one function, which is called once for each root field of a request. */
export class GraphqlApi extends Construct {
  readonly api: AppsyncGraphqlApi;
  readonly logs: GraphqlLogs;
  /** With which it calls the function, by its alias and nothing else. */
  readonly callRole: GrantedRole;
  readonly dataSource: AppsyncDatasource;
  /** In the order of the schema's root fields. */
  readonly resolvers: readonly AppsyncResolver[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GraphqlApiProps,
  ) {
    super(scope, id);
    const { name, location, handler, logs } = props;
    const roles = graphqlRoles(name);
    this.logs = new GraphqlLogs(this, "logs", {
      roleName: roles.log,
      location,
      ...logs,
    });
    this.api = this.makeApi();
    this.logs.own(this.api.id);
    this.callRole = new GrantedRole(this, "call", {
      name: roles.call,
      description: "Calls the function that resolves the fields of a GraphQL API.",
      trust: takenFor("appsync.amazonaws.com", location, graphqlApiArns(location)),
      grants: [
        { sid: "CallHandler", actions: ["lambda:InvokeFunction"], resources: [handler.invokeArn] },
      ],
    });
    this.dataSource = this.makeDataSource();
    this.resolvers = props.schema.fields.map(({ type, field }) => this.makeResolver(type, field));
  }

  private makeApi(): AppsyncGraphqlApi {
    const { name, location, schema, tokens, limits, logs, introspection = false } = this.props;
    const config: AppsyncGraphqlApiConfig = {
      name,
      schema: literal(schema.text),
      ...authenticationOf(tokens, location),
      introspectionConfig: introspection ? "ENABLED" : "DISABLED",
      queryDepthLimit: limits.depth,
      resolverCountLimit: limits.resolvers,
      xrayEnabled: true,
      logConfig: {
        cloudwatchLogsRoleArn: this.logs.role.arn,
        // What is asked for and answered is the users'.
        excludeVerboseContent: true,
        fieldLogLevel: FIELD_LOGS[logs.fields],
      },
      tags: named(name),
    };
    return new AppsyncGraphqlApi(this, MAIN, config);
  }

  private makeDataSource(): AppsyncDatasource {
    return new AppsyncDatasource(this, "handler", {
      apiId: this.api.id,
      name: "handler",
      description: "Resolves every root field.",
      type: "AWS_LAMBDA",
      serviceRoleArn: this.callRole.role.arn,
      lambdaConfig: { functionArn: this.props.handler.invokeArn },
    });
  }

  /**
   * Without templates: the function gets the whole context, and what it returns is the field's value.
   *
   * @see https://docs.aws.amazon.com/appsync/latest/devguide/direct-lambda-reference.html
   */
  private makeResolver(type: string, field: string): AppsyncResolver {
    return new AppsyncResolver(this, rootFieldId(type, field), {
      apiId: this.api.id,
      ...{ type, field },
      kind: "UNIT",
      dataSource: this.dataSource.name,
    });
  }
}
