import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { CodeAsset } from "../code_asset";
import type { PolicyFacts } from "../gcp/burn_policies";

/** What a managed engine runs; rendered elsewhere. */
export interface WatchRules {
  readonly namespaces: readonly { readonly name: string; readonly text: string }[];
  readonly alertmanager: string;
}

/** What the managed engine of each cloud runs; undefined where an environment asks for none. */
export interface Watch {
  readonly aws?: WatchRules | undefined;
  readonly google?: readonly PolicyFacts[] | undefined;
}

/** What the stacks of an environment are made from. */
export interface StacksProps {
  readonly environment: Environment;
  /** The zip of a service's code for the environment's cloud. */
  readonly code: (service: Service) => CodeAsset;
  readonly watch: Watch;
}
