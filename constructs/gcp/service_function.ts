import {
  Cloudfunctions2Function,
  type Cloudfunctions2FunctionBuildConfig,
  type Cloudfunctions2FunctionServiceConfig,
} from "@cdktf/provider-google/lib/cloudfunctions2-function";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { BuildAccount } from "./build_account";
import type { CodeSource } from "./code_source";
import { ImageRepository } from "./image_repository";
import type { Key } from "./keys";
import { member, type Labels, type Project } from "./project";

export interface ServiceFunctionProps {
  readonly place: Project;

  /** Physical names, made in `model/names.ts`. */
  readonly names: {
    /** Of the function, and so of its Cloud Run service and its image repository. */
    readonly processor: string;
    readonly runAccount: string;
    readonly buildAccount: string;
  };

  /** What the function does, in a sentence. */
  readonly description: string;

  /** Where the zip is. */
  readonly code: CodeSource;

  /** The exported function of the code that answers requests. */
  readonly entryPoint: string;

  /** Encrypts the source's copy and the image; see `functionKeyUsers` for who must be its users. */
  readonly key: Key;

  /** Environment variables of the code; never secrets. */
  readonly environment: Readonly<Record<string, string>>;

  /**
   * Memory in MiB. The share of a CPU follows from it: Google gives 512 MiB a third of one.
   *
   * @default 512
   */
  readonly memoryMiB?: number;

  /**
   * The most seconds that one request may take.
   *
   * @default 60
   */
  readonly timeoutSeconds?: number;

  /**
   * The most instances, and, with one request each, the most requests at once.
   *
   * @default 100
   */
  readonly maxInstances?: number;

  /**
   * As Google names its runtimes.
   *
   * @default "nodejs22"
   */
  readonly runtime?: string;

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/**
 * A 2nd-generation function behind internal ingress: it runs, and is built, as accounts of its own,
 * and nobody may call it until somebody is granted to.
 */
export class ServiceFunction extends Construct {
  readonly runAccount: ServiceAccount;
  readonly buildAccount: BuildAccount;
  readonly repository: ImageRepository;
  readonly function: Cloudfunctions2Function;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceFunctionProps,
  ) {
    super(scope, id);
    const { place, names, key, labels } = props;
    this.runAccount = new ServiceAccount(this, "run_account", {
      accountId: names.runAccount,
      project: place.project,
      displayName: `Runs ${names.processor}`,
    });
    this.repository = new ImageRepository(this, "images", {
      ...{ place, key, name: names.processor },
      ...(labels === undefined ? {} : { labels }),
    });
    this.buildAccount = new BuildAccount(this, "build", {
      ...{ place, name: names.buildAccount, function: names.processor },
      repository: this.repository,
    });
    this.function = this.makeFunction();
  }

  /** The name of the Cloud Run service: Google gives it the function's. */
  get service(): string {
    return this.function.name;
  }

  /** The `run.app` address. */
  get uri(): string {
    return this.function.serviceConfig.uri;
  }

  /** The account that the code runs as, as an IAM member. */
  get runMember(): string {
    return member(this.runAccount.email);
  }

  private makeFunction(): Cloudfunctions2Function {
    const { place, names, description, key, labels } = this.props;
    return new Cloudfunctions2Function(this, MAIN, {
      ...{ name: names.processor, project: place.project, location: place.region, description },
      kmsKeyName: key.id,
      buildConfig: this.build(),
      serviceConfig: this.serve(),
      ...(labels === undefined ? {} : { labels }),
      dependsOn: [...key.grants, ...this.buildAccount.grants],
    });
  }

  private build(): Cloudfunctions2FunctionBuildConfig {
    const { bucket, object } = this.props.code;
    return {
      runtime: this.props.runtime ?? "nodejs22",
      entryPoint: this.props.entryPoint,
      dockerRepository: this.repository.resource.id,
      serviceAccount: this.buildAccount.account.id,
      source: { storageSource: { bucket: bucket.resource.name, object: object.name } },
    };
  }

  private serve(): Cloudfunctions2FunctionServiceConfig {
    const { memoryMiB = 512, timeoutSeconds = 60, maxInstances = 100 } = this.props;
    return {
      availableMemory: `${memoryMiB}Mi`,
      timeoutSeconds,
      minInstanceCount: 0,
      maxInstanceCount: maxInstances,
      // As on AWS Lambda: one message an instance, so that memory, timeout and the bound on
      // concurrency mean the same on both clouds, and less than one CPU is allowed.
      maxInstanceRequestConcurrency: 1,
      ingressSettings: "ALLOW_INTERNAL_ONLY",
      allTrafficOnLatestRevision: true,
      serviceAccountEmail: this.runAccount.email,
      environmentVariables: { ...this.props.environment },
    };
  }
}
