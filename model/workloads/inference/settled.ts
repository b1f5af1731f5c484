import type { Bounds } from "../balanced/settled";

/** A workload of inference after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface Inference {
  readonly kind: "inference";
  readonly image: ServingImage;
  /** In one of the service's object stores. */
  readonly model: { readonly store: string; readonly key: string };
  readonly serve: Serve;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
}

export interface ServingImage {
  /** Undefined: the service's own repository. */
  readonly framework: { readonly account: string; readonly repository: string } | undefined;
  /** A tag or a digest. */
  readonly version: string;
}

export type Serve = RealTime | Async | Serverless;

export interface OnInstances {
  readonly instanceType: string;
  readonly instances: Bounds;
  /** When a fleet comes up, before its scaling has seen anything. */
  readonly firstInstances: number;
  /** Whether disks of the instance hold what comes, encrypted by its own hardware: SageMaker takes no key for it. */
  readonly ownDisks: boolean;
  readonly hasGpu: boolean;
  readonly volumeGb: number | undefined;
  readonly startTimeoutSeconds: number;
}

export interface RealTime extends OnInstances {
  readonly mode: "realTime";
  readonly invocationsPerInstance: number;
  readonly capture: { readonly store: string; readonly percent: number } | undefined;
}

export interface Async extends OnInstances {
  readonly mode: "async";
  readonly store: string;
  readonly backlogPerInstance: number;
  readonly concurrency: number | undefined;
  readonly notify: { readonly success: string | undefined; readonly error: string | undefined };
}

export interface Serverless {
  readonly mode: "serverless";
  readonly memoryMiB: number;
  readonly concurrency: number;
  /** Undefined: none is warm. */
  readonly provisioned: number | undefined;
}
