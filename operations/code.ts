import { join } from "node:path";
import type { CodeAsset } from "../constructs/code_asset";
import type { SynthesizedStack } from "../constructs/synth";
import { servicesIn } from "../model/cells/services";
import { stackId } from "../model/names";
import { runsCode, type Service } from "../model/service";
import type { Environment } from "../model/settle";
import { bundleServices, codeKey, type ServiceCode } from "./functions";
import { writeTree } from "./write";

/** The folder of a stack that holds its zips. */
const ASSETS = "assets";

/** Every service's code, bundled once a cloud. */
export class CodeAssets {
  private constructor(private readonly bundles: ReadonlyMap<string, ServiceCode>) {}

  static async bundle(root: string, environments: readonly Environment[]): Promise<CodeAssets> {
    const services = environments.flatMap((environment) => environment.services);
    return new CodeAssets(await bundleServices(root, services));
  }

  /** What the stack names: the zip beside it and its hash. */
  of(service: Service): CodeAsset {
    const { sha256Base64 } = this.find(service).bundle;
    return {
      fileName: `${ASSETS}/${service.name}-${service.cloud}.zip`,
      sha256Base64,
      sha256Hex: Buffer.from(sha256Base64, "base64").toString("hex"),
    };
  }

  /** Writes the zips beside each stack that names them. */
  write(
    outdir: string,
    stacks: readonly SynthesizedStack[],
    environments: readonly Environment[],
  ): void {
    const held = new Map(environments.flatMap(servicesByStack));
    for (const stack of stacks) {
      const files = (held.get(stack.id) ?? []).map((service) => ({
        path: this.of(service).fileName,
        bytes: this.find(service).bundle.zip,
      }));
      writeTree(join(outdir, stack.directory), files, [ASSETS]);
    }
  }

  private find(service: Service): ServiceCode {
    const found = runsCode(service)
      ? this.bundles.get(codeKey(service.workload.code, service.cloud))
      : undefined;
    if (found === undefined) throw new Error(`${service.name}: its code was not bundled`);
    return found;
  }
}

/** Whose code each cell's stack runs. */
const servicesByStack = (environment: Environment): [string, Service[]][] =>
  environment.cells.map((cell) => [
    stackId(environment.name, cell),
    servicesIn(environment, cell).filter(runsCode),
  ]);
