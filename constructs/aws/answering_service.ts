import type { Construct } from "constructs";
import type { Graphql, RequestDriven } from "../../model/service";
import { cameFrom } from "../annotate";
import type { CodeAsset } from "../code_asset";
import { AwsService, type Stores } from "./aws_service";
import type { AwsServiceProps } from "./aws_service_props";
import type { SignInOfEnvironment } from "./identity/sign_in_contract";
import type { Key } from "./key";
import { FunctionRollout } from "./rollout/function_rollout";
import { ServiceFunction } from "./service_function";
import { WarmInstances } from "./warm_instances";

export interface AnsweringServiceProps<
  W extends RequestDriven | Graphql,
> extends AwsServiceProps<W> {
  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /**
   * The environment's users, whose tokens the service takes.
   *
   * @default - none of theirs
   */
  readonly signIn?: SignInOfEnvironment | undefined;
}

/** A service whose function is called while a caller waits: the function, its stores and keys. What calls it is its own. */
export abstract class AnsweringService<W extends RequestDriven | Graphql> extends AwsService<
  W,
  AnsweringServiceProps<W>
> {
  readonly stores: Stores;
  readonly handler: ServiceFunction;
  readonly warm: WarmInstances | undefined;
  protected readonly keys: Readonly<Record<"data" | "logs", Key>>;

  constructor(scope: Construct, id: string, props: AnsweringServiceProps<W>) {
    super(scope, id, props);
    this.keys = this.makeKeys();
    this.stores = this.makeStores(this.keys);
    this.handler = this.makeHandler();
    this.grantStores(this.stores, this.handler);
    this.connectStores(this.stores, () => this.handler.client);
    this.warm = this.makeWarm();
  }

  /** Log groups beside the function's. */
  protected abstract logGroups(): readonly string[];

  /** What the function does, in a sentence. */
  protected abstract does(): string;

  /** Once everything is there: the whole came from the service, these parts from what is said of the function. */
  protected traceFunction(): void {
    const { service } = this.props;
    cameFrom(this, service);
    this.traceSecrets();
    for (const part of [this.handler, this.keys.logs]) cameFrom(part, service, "workload.function");
    if (this.warm) cameFrom(this.warm, service, "workload.function.provisioned");
    this.traceStores(this.stores, this.keys.data);
  }

  protected missingUsers(): Error {
    const { name } = this.props.service;
    return new Error(`${name}: expected the environment's users, whose tokens it takes`);
  }

  /** The data's key encrypts the function's variables too, which name the stores. */
  private makeKeys() {
    const logs = this.makeLogsKey(this.names.handler.logGroup, ...this.logGroups());
    return { data: this.makeKey("data"), logs };
  }

  private makeHandler(): ServiceFunction {
    const { service, location, code } = this.props;
    return new ServiceFunction(this, "handler", {
      names: this.names.handler,
      description: this.does(),
      ...{ location, code },
      place: this.functionPlace(),
      mount: this.stores.files[0]?.mount,
      environment: this.variables(this.stores),
      environmentKeyArn: this.keys.data.arn,
      logKeyArn: this.keys.logs.arn,
      ...service.workload.function,
      shifted: service.rollout !== undefined,
    });
  }

  /** @param dimensions - of the API, which CloudWatch knows by an id that AWS gives */
  protected makeRollout(dimensions: Readonly<Record<string, string>>): void {
    const { service, location } = this.props;
    if (service.rollout === undefined) return;
    new FunctionRollout(this, "rollout", {
      ...{ service, location, dimensions, of: this.handler },
      functionName: this.names.handler.function,
    });
  }

  private makeWarm(): WarmInstances | undefined {
    const { provisioned } = this.props.service.workload.function;
    if (provisioned === undefined) return undefined;
    const of = { policyName: this.names.warmPolicy, of: this.handler };
    return new WarmInstances(this, "warm", { ...of, ...provisioned });
  }
}
