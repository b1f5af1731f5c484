import { join } from "node:path";
import { synthesize, type SynthesizedStack } from "./constructs/synth";
import { renderObservability } from "./dashboards";
import { managedAlerting } from "./dashboards/managed";
import { environments } from "./environments";
import type { Environment } from "./model/settle";
import { readLedger } from "./operations/addresses/file";
import { parseMainOptions, type MainOptions } from "./operations/cli/main_options";
import { runCommand } from "./operations/cli/run";
import { readBoot } from "./operations/boot";
import { renderWaves } from "./operations/cells/plan";
import { CodeAssets } from "./operations/code";
import { checkContracts, renderContracts } from "./operations/contracts/index_file";
import { disk } from "./operations/disk";
import { readEdgeCode } from "./operations/edge_code/read";
import { checkEnforcement } from "./operations/enforcement";
import { renderExemptions } from "./operations/exemptions";
import { judgeSynthesized } from "./operations/judge";
import { writeProviderLocks } from "./operations/provider_lock";
import { repositoryRoot } from "./operations/repository";
import { settledEnvironments } from "./operations/settled";
import { readSources } from "./operations/sources";
import { summarize } from "./operations/summary";
import { writeTree } from "./operations/write";

/** The main job: load, check, build, synthesize, render, write; then judge and say where things are. */
export async function main(options: MainOptions): Promise<number> {
  const { outdir, output } = options;
  const settled = load();
  const code = await CodeAssets.bundle(repositoryRoot, settled);
  const stacks = synthesize({
    environments: settled,
    code: (service, part) => code.of(service, part),
    edgeCode: readEdgeCode(repositoryRoot, settled),
    edgeBundle: (file) => code.behindCache(file),
    boot: readBoot(repositoryRoot),
    watch: managedAlerting,
    ledger: ({ name }) => readLedger(repositoryRoot, name),
    disk,
    outdir,
  });
  code.write(outdir, stacks, settled);
  writeProviderLocks(repositoryRoot, outdir, stacks);
  const rendered = settled.map((environment) => render(environment, stacks, output));
  if (options.synthOnly) return 0;
  const judged = await Promise.all(
    rendered.map(async (one) => {
      const own = stacks.filter((stack) => stack.environment === one.environment.name);
      return {
        ...one,
        stacks: own,
        verdict: await judgeSynthesized(outdir, { ...one, stacks: own }),
      };
    }),
  );
  const { text, exitCode } = summarize(judged, { output, path: process.env.PATH });
  process.stdout.write(text);
  return exitCode;
}

/** Every environment, checked, with the lines of its services' declarations. */
function load(): Environment[] {
  const services = environments.flatMap(({ services }) => services.map(({ name }) => name));
  const settled = settledEnvironments(readSources(repositoryRoot, services));
  checkEnforcement(settled);
  checkContracts(repositoryRoot, settled);
  return settled;
}

/** Renders and writes what an environment's people and tools read. */
function render(environment: Environment, stacks: readonly SynthesizedStack[], output: string) {
  const observability = renderObservability(environment);
  const exemptions = renderExemptions(environment);
  const own = stacks.filter((stack) => stack.environment === environment.name);
  const waves = renderWaves(
    environment,
    own.map(({ id }) => id),
  );
  const others = [exemptions, ...renderContracts(environment), ...waves];
  writeTree(join(output, environment.name), [...observability.files, ...others]);
  return { environment, observability, exemptions };
}

if (require.main === module) runCommand(() => main(parseMainOptions(process.argv.slice(2))));
