import type { Construct } from "constructs";
import type { RequestDriven } from "../../model/service";
import type { Jwt, Provisioned } from "../../model/workloads/request_settled";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { AwsService, type AwsServiceProps, type Stores } from "./aws_service";
import type { CodeAsset } from "../code_asset";
import { HttpApi } from "./http/http_api";
import type { SignInOfEnvironment } from "./identity/sign_in_contract";
import type { Key } from "./key";
import { ServiceFunction } from "./service_function";
import { WarmInstances } from "./warm_instances";

export interface RequestDrivenServiceProps extends AwsServiceProps<RequestDriven> {
  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /**
   * The environment's users, whose tokens the service takes.
   *
   * @default - none of theirs
   */
  readonly signIn?: SignInOfEnvironment | undefined;
}

/** API, function and stores of one request-driven service, derived from its declaration. */
export class RequestDrivenService extends AwsService<RequestDriven, RequestDrivenServiceProps> {
  readonly stores: Stores;
  readonly handler: ServiceFunction;
  readonly api: HttpApi;
  readonly warm: WarmInstances | undefined;
  private readonly keys: Readonly<Record<"data" | "logs", Key>>;

  constructor(scope: Construct, id: string, props: RequestDrivenServiceProps) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    this.stores = this.makeStores(this.keys);
    this.handler = this.makeHandler();
    this.grantStores(this.stores, this.handler);
    this.connectStores(this.stores, () => this.handler.client);
    this.api = this.makeApi();
    const { provisioned } = props.service.workload.function;
    this.warm = provisioned && this.makeWarm(provisioned);
    this.traceOrigins();
    this.makeOutputs();
  }

  /** The data's key encrypts the function's variables too, which name the stores. */
  private makeKeys() {
    const { handler, accessLogGroup } = this.names;
    return { data: this.makeKey("data"), logs: this.makeLogsKey(handler.logGroup, accessLogGroup) };
  }

  private makeHandler(): ServiceFunction {
    const { service, location, code } = this.props;
    return new ServiceFunction(this, "handler", {
      names: this.names.handler,
      description: `Answers the requests of ${service.name}.`,
      location,
      code,
      place: this.functionPlace(),
      environment: this.variables(this.stores),
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      ...service.workload.function,
    });
  }

  private makeApi(): HttpApi {
    const { service, location } = this.props;
    const { routes, cors, throttle, function: settled } = service.workload;
    return new HttpApi(this, "api", {
      name: this.names.api,
      description: service.description,
      ...{ location, routes, jwt: this.tokens(), cors, throttle },
      handler: this.handler,
      timeoutSeconds: settled.timeoutSeconds,
      accessLogs: {
        name: this.names.accessLogGroup,
        keyArn: this.keys.logs.arn,
        retentionDays: settled.logRetentionDays,
      },
    });
  }

  /** What the API asks of a token; undefined where nobody is asked. */
  private tokens(): Jwt | undefined {
    const { service, signIn } = this.props;
    const { jwt, signIn: asked } = service.workload;
    if (asked === undefined) return jwt;
    if (signIn !== undefined) return signIn.tokensOf(asked.clients);
    throw new Error(`${service.name}: expected the environment's users, whose tokens it takes`);
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
    cameFrom(this.api.stage, service, "workload.throttle");
    cameFrom(this.api.routes, service, "workload.auth");
    this.api.routes.routes.forEach((route, index) =>
      cameFrom(route, service, `workload.routes[${index}]`),
    );
    cameFrom(this.handler, service, "workload.function");
    if (this.warm) cameFrom(this.warm, service, "workload.function.provisioned");
    cameFrom(this.keys.logs, service, "workload.function");
    this.traceStores(this.stores, this.keys.data);
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "api-url", {
      value: this.api.api.apiEndpoint,
      description: "Where callers send requests.",
    });
    new TerraformOutput(this, "api-id", {
      value: this.api.api.id,
      description: "The API's id, by which CloudWatch tells its metrics apart.",
    });
    new TerraformOutput(this, "handler-arn", {
      value: this.handler.function.arn,
      description: "The function that answers requests.",
    });
  }
}
