/** CPU of a whole process that writes the rules of a thousand objectives, a service each. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderRules } from "../../dashboards/slo/rule_file";
import { slosOf } from "../../dashboards/slo/slo";
import { devGcp } from "../../environments/dev-gcp";
import { orders } from "../../environments/services/orders";
import { settle } from "../../model/settle";
import { installed } from "../gate/contenders";
import { measure, median, type Command } from "../measure";
import { slothSpec } from "./contenders/sloth";

const SLOS = 1_000;
const TURNS = 3;

const services = Array.from({ length: SLOS }, (_, number) => `service-${number}`);

const objectives = orders.objectives.filter(({ sli }) => sli === "success");

/** Writes Plinth's rules: from declarations to files. */
function generate(out: string): void {
  const declared = services.map((name) => ({ ...orders, name, objectives }));
  const environment = settle({ ...devGcp, services: declared });
  for (const service of environment.services) {
    const { text } = renderRules(service, slosOf(service, environment));
    writeFileSync(join(out, `${service.name}.yaml`), text);
  }
}

/** @returns the table */
export async function benchGeneration(dir: string): Promise<string> {
  const contenders = { plinth: plinthCommand(dir), ...slothCommand(dir) };
  const cpu = new Map<string, number[]>();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, command] of Object.entries(contenders)) {
      const run = await measure(command);
      cpu.set(name, [...(cpu.get(name) ?? []), run.cpu]);
    }
  }
  const ours = median(cpu.get("plinth") ?? []);
  const lines = [...cpu].map(([name, turns]) => {
    const seconds = median(turns);
    return `  ${name.padEnd(16)}${seconds.toFixed(2)} CPU s  ${(seconds / ours).toFixed(1)}×`;
  });
  return `${[`rules of ${SLOS} objectives, whole process, median of ${TURNS}`, ...lines].join("\n")}\n`;
}

const folder = (dir: string, name: string): string => {
  const path = join(dir, name);
  mkdirSync(path);
  return path;
};

const plinthCommand = (dir: string): Command => ({
  command: process.execPath,
  args: [__filename, folder(dir, "generated-plinth")],
  cwd: dir,
  codes: [0],
});

function slothCommand(dir: string): { readonly Sloth?: Command } {
  const program = installed("sloth");
  if (program === undefined) return {};
  const specs = folder(dir, "generated-specs");
  const target = objectives[0]?.target ?? NaN;
  for (const name of services) writeFileSync(join(specs, `${name}.yml`), slothSpec(name, target));
  const args = ["generate", "-i", specs, "-o", folder(dir, "generated-sloth")];
  return { Sloth: { command: program, args, cwd: dir, codes: [0] } };
}

if (require.main === module) generate(process.argv[2] ?? ".");
