import type { Construct } from "constructs";
import type { RequestDriven } from "../../model/service";
import type { Jwt } from "../../model/workloads/request_settled";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { AnsweringService, type AnsweringServiceProps } from "./answering_service";
import { publishApi } from "./http/contract";
import { HttpApi } from "./http/http_api";
import { RegionalApi } from "./regions/regional";

export type RequestDrivenServiceProps = AnsweringServiceProps<RequestDriven>;

/** API, function and stores of one request-driven service, derived from its declaration. */
export class RequestDrivenService extends AnsweringService<RequestDriven> {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: RequestDrivenServiceProps) {
    super(scope, id, props);
    this.api = this.makeApi();
    const regional = this.regionalProps;
    if (regional) new RegionalApi(this, "region", { ...regional, api: this.api });
    this.traceOrigins();
    this.makeRollout({ ApiId: this.api.api.id });
    if (props.service.workload.edge === undefined) this.makeUrl();
    else this.publish();
    this.makeOutputs();
  }

  protected logGroups(): readonly string[] {
    return [this.names.accessLogGroup];
  }

  protected does(): string {
    return `Answers the requests of ${this.props.service.name}.`;
  }

  private makeApi(): HttpApi {
    const { service, location } = this.props;
    const { routes, cors, throttle, edge, function: settled } = service.workload;
    return new HttpApi(this, "api", {
      name: this.names.api,
      description: service.description,
      ...{ location, routes, jwt: this.tokens(), cors, throttle, behindEdge: edge !== undefined },
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
    throw this.missingUsers();
  }

  private traceOrigins(): void {
    const { service } = this.props;
    this.traceFunction();
    cameFrom(this.api, service, "workload");
    cameFrom(this.api.stage, service, "workload.throttle");
    cameFrom(this.api.routes, service, "workload.auth");
    this.api.routes.routes.forEach((route, index) =>
      cameFrom(route, service, `workload.routes[${index}]`),
    );
  }

  /** To the edge's stack alone: there is the address that callers ask. */
  private publish(): void {
    const { host, stage } = this.api;
    const contract = publishApi(this, { host, stage: stage.name }, this.names.apiContract);
    cameFrom(contract, this.props.service, "workload.edge");
  }

  private makeUrl(): void {
    new TerraformOutput(this, "api-url", {
      value: this.api.api.apiEndpoint,
      description: "Where callers send requests.",
    });
  }

  private makeOutputs(): void {
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
