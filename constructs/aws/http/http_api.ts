import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";
import type { Cors, Jwt, Route, Throttle } from "../../../model/workloads/request_settled";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { Fn } from "../../tf";
import { logGroupArn, type Location } from "../arn";
import type { ServiceFunction } from "../service_function";
import { ACCESS_LOG_FORMAT, FRONTED_LOG_FORMAT } from "./access_logs";
import { HttpRoutes } from "./http_routes";
import { UnguessableName } from "./unguessable_name";

export interface HttpApiProps {
  /** The API's name; `model/names.ts` makes it. */
  readonly name: string;

  /** What the API does, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /** All that it answers; anything else is 404. */
  readonly routes: readonly Route[];

  /** Answers each request, by its alias. */
  readonly handler: ServiceFunction;

  /** The longest that the handler may take, in seconds; at most 29. */
  readonly timeoutSeconds: number;

  /** What lets requests through, over all routes. */
  readonly throttle: Throttle;

  /** The log group that each request is written to: its name, the ARN of its key, and the days that it is kept. */
  readonly accessLogs: {
    /** The log group's name. */
    readonly name: string;
    /** ARN of the customer key that encrypts it. */
    readonly keyArn: string;
    /** Days for which they are kept; one of the numbers that CloudWatch takes. */
    readonly retentionDays: number;
  };

  /**
   * Whose tokens open the routes that ask for one.
   *
   * @default - no route may ask for one
   */
  readonly jwt?: Jwt | undefined;

  /**
   * Which other sites' pages may call.
   *
   * @default - none
   */
  readonly cors?: Cors | undefined;

  /**
   * Whether CloudFront alone is to reach it: it then answers below a path that nobody can guess, and is 404 elsewhere. An HTTP API takes neither CloudFront's
   * signature nor a policy of who may ask.
   *
   * @default false
   */
  readonly behindEdge?: boolean;
}

/** Where an API is that callers ask: a path is what they write. */
const STAGE = "$default";

/** An HTTP API in front of one function: throttled, logged, and able to call nothing else. */
export class HttpApi extends Construct {
  readonly api: Apigatewayv2Api;
  readonly stage: Apigatewayv2Stage;
  /** The log group that each request is written to: its name, the ARN of its key, and the days that it is kept. */
  readonly accessLogs: CloudwatchLogGroup;
  readonly routes: HttpRoutes;
  readonly permission: LambdaPermission;
  /** The name of its stage; undefined where everybody may ask. */
  private readonly hidden: UnguessableName | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: HttpApiProps,
  ) {
    super(scope, id);
    this.api = this.makeApi();
    this.hidden = props.behindEdge ? new UnguessableName(this, "path") : undefined;
    this.accessLogs = this.makeLogGroup();
    this.stage = this.makeStage();
    this.routes = this.makeRoutes();
    this.permission = this.letInvoke();
  }

  private makeApi(): Apigatewayv2Api {
    const { name, description, cors } = this.props;
    return new Apigatewayv2Api(this, MAIN, {
      ...{ name, description },
      protocolType: "HTTP",
      tags: named(name),
      ...(cors === undefined ? {} : { corsConfiguration: corsOf(cors) }),
    });
  }

  private makeLogGroup(): CloudwatchLogGroup {
    const { name, keyArn, retentionDays } = this.props.accessLogs;
    return new CloudwatchLogGroup(this, "access-logs", {
      name,
      kmsKeyId: keyArn,
      retentionInDays: retentionDays,
    });
  }

  private makeStage(): Apigatewayv2Stage {
    const { location, throttle } = this.props;
    return new Apigatewayv2Stage(this, "stage", {
      apiId: this.api.id,
      name: this.hidden?.value ?? STAGE,
      autoDeploy: true,
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingRateLimit: throttle.ratePerSecond,
        throttlingBurstLimit: throttle.burst,
      },
      accessLogSettings: {
        destinationArn: logGroupArn(location, this.accessLogs.name),
        format: this.hidden ? FRONTED_LOG_FORMAT : ACCESS_LOG_FORMAT,
      },
    });
  }

  /** AWS's own name of it: `<id>.execute-api.<region>.amazonaws.com`. */
  get host(): string {
    return Fn.trimprefix(this.api.apiEndpoint, "https://");
  }

  private makeRoutes(): HttpRoutes {
    const { routes, jwt } = this.props;
    return new HttpRoutes(this, "routes", {
      apiId: this.api.id,
      integrationId: this.makeIntegration().id,
      ...{ routes, jwt },
    });
  }

  /** Given up a second after the function is: the function's own log then says why. */
  private makeIntegration(): Apigatewayv2Integration {
    const { handler, timeoutSeconds } = this.props;
    return new Apigatewayv2Integration(this, "integration", {
      apiId: this.api.id,
      integrationType: "AWS_PROXY",
      integrationUri: handler.invokeArn,
      // The provider's own default is 1.0.
      payloadFormatVersion: "2.0",
      timeoutMilliseconds: (timeoutSeconds + 1) * 1_000,
    });
  }

  /** This API alone, whatever the route: one that is not declared reaches no integration. */
  private letInvoke(): LambdaPermission {
    const { handler } = this.props;
    return new LambdaPermission(this, "permission", {
      statementId: "HttpApi",
      action: "lambda:InvokeFunction",
      functionName: handler.function.functionName,
      qualifier: handler.alias.name,
      principal: "apigateway.amazonaws.com",
      sourceArn: `${this.api.executionArn}/*/*`,
    });
  }
}

const corsOf = ({ origins, methods, headers, maxAgeSeconds }: Cors) => ({
  allowOrigins: [...origins],
  allowMethods: [...methods],
  allowHeaders: [...headers],
  maxAge: maxAgeSeconds,
});
