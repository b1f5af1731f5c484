import { join } from "node:path";
import type { CodeAsset, CodePart } from "../constructs/code_asset";
import type { SynthesizedStack } from "../constructs/synth";
import { servicesIn } from "../model/cells/services";
import { stackId } from "../model/names";
import { rotatedSecrets, runsCode, type Service } from "../model/service";
import type { Environment } from "../model/settle";
import { bundleOriginFunctions, originModulesOf } from "./edge_code/bundle";
import type { FunctionBundle } from "./bundle";
import { bundleServices, codeKey, type ServiceCode } from "./functions";
import { writeTree } from "./write";

/** The folder of a stack that holds its zips. */
const ASSETS = "assets";

/** Every service's code, bundled once a cloud. */
export class CodeAssets {
  private constructor(
    private readonly bundles: ReadonlyMap<string, ServiceCode>,
    private readonly modules: ReadonlyMap<string, FunctionBundle>,
  ) {}

  static async bundle(root: string, environments: readonly Environment[]): Promise<CodeAssets> {
    const services = environments.flatMap((environment) => environment.services);
    return new CodeAssets(
      await bundleServices(root, services),
      await bundleOriginFunctions(root, services),
    );
  }

  /** What the stack names: the zip beside it and its hash. */
  of(service: Service, part?: CodePart): CodeAsset {
    const name = [service.name, ...suffixOf(part)].join("-");
    return asset(`${name}-${service.cloud}`, this.find(service, part).bundle);
  }

  /** The same of code that runs behind the caches at the edge. @param file - its module, such as `functions/edge/languages.ts` */
  behindCache(file: string): CodeAsset {
    return asset(file.replace(/\.ts$/, "").replaceAll("/", "-"), this.findModule(file));
  }

  /** Writes the zips beside each stack that names them. */
  write(
    outdir: string,
    stacks: readonly SynthesizedStack[],
    environments: readonly Environment[],
  ): void {
    const held = new Map(environments.flatMap(servicesByStack));
    const atEdge = new Map(
      environments.map(({ name, services }) => [stackId(name, "edge"), originModulesOf(services)]),
    );
    for (const stack of stacks) {
      const files = (held.get(stack.id) ?? []).flatMap((service) =>
        partsOf(service).map((part) => ({
          path: this.of(service, part).fileName,
          bytes: this.find(service, part).bundle.zip,
        })),
      );
      const modules = (atEdge.get(stack.id) ?? []).map((file) => ({
        path: this.behindCache(file).fileName,
        bytes: this.findModule(file).zip,
      }));
      writeTree(join(outdir, stack.directory), [...files, ...modules], [ASSETS]);
    }
  }

  private findModule(file: string): FunctionBundle {
    const found = this.modules.get(file);
    if (found === undefined) throw new Error(`${file}: was not bundled`);
    return found;
  }

  private find(service: Service, part: CodePart | undefined): ServiceCode {
    const code = folderOf(service, part);
    const found = code === undefined ? undefined : this.bundles.get(codeKey(code, service.cloud));
    if (found === undefined) throw new Error(`${service.name}: its code was not bundled`);
    return found;
  }
}

const asset = (name: string, { sha256Base64 }: FunctionBundle): CodeAsset => ({
  fileName: `${ASSETS}/${name}.zip`,
  sha256Base64,
  sha256Hex: Buffer.from(sha256Base64, "base64").toString("hex"),
});

/** The services of each cell's stack. */
const servicesByStack = (environment: Environment): [string, Service[]][] =>
  environment.cells.map((cell) => [stackId(environment.name, cell), servicesIn(environment, cell)]);

function folderOf(service: Service, part: CodePart | undefined): string | undefined {
  if (part === undefined) return runsCode(service) ? service.workload.code : undefined;
  if (part === "outbox") return service.outbox?.code;
  return rotatedSecrets(service).find(({ name }) => name === part.rotates)?.rotation.code;
}

/** What the name of a zip ends with. */
function suffixOf(part: CodePart | undefined): string[] {
  if (part === undefined) return [];
  return part === "outbox" ? [part] : [part.rotates, "rotation"];
}

/** Those of a service; its own is called undefined. */
const partsOf = (service: Service): (CodePart | undefined)[] => [
  ...(runsCode(service) ? [undefined] : []),
  ...rotatedSecrets(service).map(({ name }) => ({ rotates: name })),
  ...(service.outbox ? ["outbox" as const] : []),
];
