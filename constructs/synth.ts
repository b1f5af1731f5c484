import type { Cloud } from "../model/declaration";
import type { Service, VirtualMachines } from "../model/service";
import type { Environment } from "../model/settle";
import type { CodeAsset, CodeOf } from "./code_asset";
import { builtCells, completed, type Built } from "./fleet/fleet";
import type { Disk } from "./fleet/disk";
import { listAll } from "./fleet/manifest";
import { EMPTY, type Ledger } from "./ledger/ledger";
import { builders } from "./stacks/builders";
import type { PlatformStack } from "./stacks/platform_stack";
import { App } from "./tf";
import { countResources, type TerraformJson } from "./terraform_json";
import type { Watch } from "./stacks/stacks_props";

export interface SynthesizeProps {
  /** Settled, in the order in which they are built. */
  readonly environments: readonly Environment[];

  /** Zips of code; the caller writes the bytes to the `fileName` of each. */
  readonly code: CodeOf;

  /**
   * The text of code that runs at the edge, by its file in the repository.
   *
   * @default - no service has any
   */
  readonly edgeCode?: ((file: string) => string) | undefined;

  /**
   * The zip of code that runs behind the caches at the edge, by its module in the repository; the caller writes the bytes.
   *
   * @default - no service has any
   */
  readonly edgeBundle?: ((file: string) => CodeAsset) | undefined;

  /**
   * The text of the script that a service's machines run when they first start.
   *
   * @default - no service has machines
   */
  readonly boot?: (service: Service<VirtualMachines>) => string;

  /**
   * What a managed engine runs for an environment.
   *
   * @default - no environment asks for one
   */
  readonly watch?: (environment: Environment) => Watch;

  /**
   * The addresses that an environment's stacks had.
   *
   * @default - nothing was recorded, so nothing moved
   */
  readonly ledger?: (environment: Environment) => Ledger;

  /**
   * With it, cells of a fleet that are alike are made from the text of one, and written by it.
   *
   * @default - every cell is built, which is slower and gives the same bytes
   */
  readonly disk?: Disk | undefined;

  /** Where cdktf writes `manifest.json` and `stacks/<stack>/cdk.tf.json`; its parent exists. */
  readonly outdir: string;
}

export interface SynthesizedStack {
  readonly id: string;
  /** The environment's name. */
  readonly environment: string;
  readonly cloud: Cloud;
  /** From the output folder, with forward slashes: `stacks/dev-c01`. */
  readonly directory: string;
  /** How many resources it declares. */
  readonly resources: number;
  /** What `cdk.tf.json` says. */
  readonly json: TerraformJson;
}

/**
 * Builds every stack of every environment and writes it through cdktf.
 *
 * @returns the stacks, by environment, in the order in which they are applied
 * @throws when two resources of a stack share an address, or a stack refers to another
 */
export function synthesize(props: SynthesizeProps): SynthesizedStack[] {
  const { disk, outdir } = props;
  const built = buildStacks(props);
  if (disk === undefined) return built.flatMap(({ stacks }) => stacks);
  const whole = built.map((one) => completed({ ...one, disk, outdir }));
  const stacks = whole.flatMap((own) => own ?? []);
  // Some cells are not alike: all are built.
  if (whole.includes(undefined)) return synthesize({ ...props, disk: undefined });
  const ids = stacks.map(({ id }) => id);
  listAll(disk, outdir, ids);
  return stacks;
}

/** What cdktf writes: of a fleet some cells, or all. */
function buildStacks(props: SynthesizeProps): Omit<Built, "disk" | "outdir">[] {
  const { environments, outdir, ledger } = props;
  const app = new App({ outdir, stackTraces: false });
  const built = environments.map((environment) => ({
    environment,
    stacks: build(app, environment, props),
  }));
  app.synth();
  return built.map(({ environment, stacks }) => ({
    environment,
    stacks: stacks.map((stack) => describe(stack, environment)),
    ledger: ledger?.(environment) ?? {},
  }));
}

function build(app: App, environment: Environment, props: SynthesizeProps) {
  const { code, boot = noBoot, edgeCode, edgeBundle, watch, ledger } = props;
  const cells = props.disk === undefined ? undefined : builtCells(environment);
  const build = builders[environment.declaration.cloud];
  const stacks = build(app, {
    ...{ environment, code, boot, edgeCode, edgeBundle, cells },
    watch: watch?.(environment) ?? {},
  });
  const recorded = ledger?.(environment) ?? {};
  for (const stack of stacks) stack.recall(recorded[stack.id] ?? EMPTY);
  return stacks;
}

function noBoot({ name, workload }: Service<VirtualMachines>): never {
  throw new Error(`${name}: expected the text of ${workload.boot}`);
}

function describe(stack: PlatformStack, environment: Environment): SynthesizedStack {
  return {
    id: stack.id,
    environment: environment.name,
    cloud: environment.declaration.cloud,
    directory: `stacks/${stack.id}`,
    resources: countResources(stack.json),
    json: stack.json,
  };
}
