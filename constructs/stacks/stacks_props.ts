import type { AlertPolicy, ManagedRules } from "../../model/engine";
import type { Service, VirtualMachines } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { CodeAsset, CodeOf } from "../code_asset";

/** What the managed engine of each cloud runs; undefined where an environment asks for none. */
export interface Watch {
  readonly aws?: ManagedRules | undefined;
  readonly google?: readonly AlertPolicy[] | undefined;
}

/** What the stacks of an environment are made from. */
export interface StacksProps {
  readonly environment: Environment;
  readonly code: CodeOf;
  /**
   * The text of code that runs at the edge, by its file in the repository.
   *
   * @default - no service has any
   */
  readonly edgeCode?: ((file: string) => string) | undefined;
  /**
   * The zip of code that runs behind the caches at the edge, by its module in the repository.
   *
   * @default - no service has any
   */
  readonly edgeBundle?: ((file: string) => CodeAsset) | undefined;

  /** The script that a service's machines run when they first start. */
  readonly boot: (service: Service<VirtualMachines>) => string;
  readonly watch: Watch;
  /**
   * The cells whose stacks are built.
   *
   * @default - all
   */
  readonly cells?: readonly string[] | undefined;
}
