/**
 * CPU time of synthesis per 1,000 resources, against plain cdktf: the same constructs with the same properties,
 * in a `TerraformStack` as cdktf ships it. Each run is a process of its own; loading the modules is not counted,
 * user and system time are added, the median of the runs is taken.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { EventDrivenService } from "../constructs/aws/event_driven";
import { synthesize } from "../constructs/synth";
import { tagAll, tagsOf } from "../constructs/tags";
import { countResources } from "../constructs/terraform_json";
import { App, restoreCdktf, S3Backend, TerraformStack } from "../constructs/tf";
import { dev } from "../environments/dev";
import { orders } from "../environments/services/orders";
import { eventDriven } from "../model/service";
import { settle } from "../model/settle";
import { median } from "./measure";

const SERVICES = 60;
const RUNS = 5;

type Contender = "plain" | "plinth";

export interface SynthBench {
  /** Of one run. */
  readonly resources: number;
  /** Median CPU seconds per 1,000 resources. */
  readonly plain: number;
  readonly plinth: number;
  /** How many times more CPU plain cdktf takes. */
  readonly ratio: number;
}

const environment = settle({
  ...dev,
  services: Array.from({ length: SERVICES }, (_, index) => ({
    ...orders,
    name: `orders-${index}`,
  })),
});

const code = () => ({ fileName: "assets/code.zip", sha256Base64: "", sha256Hex: "" });

function synthesizePlain(outdir: string): number {
  restoreCdktf();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "dev-c01");
  new AwsProvider(stack, "aws", { region: dev.region });
  new S3Backend(stack, { bucket: dev.stateBucket, key: "dev-c01", region: dev.region });
  for (const service of environment.services) {
    const props = { service: eventDriven(service), location: dev, code: code() };
    tagAll(new EventDrivenService(stack, service.name, props), tagsOf(service));
  }
  app.synth();
  return countResources(
    JSON.parse(readFileSync(join(outdir, "stacks", "dev-c01", "cdk.tf.json"), "utf8")),
  );
}

function synthesizeOurs(outdir: string): number {
  const stacks = synthesize({ environments: [environment], code, outdir });
  return stacks.reduce((sum, stack) => sum + stack.resources, 0);
}

/** One run, in its own process: prints CPU seconds and the number of resources. */
function runOnce(contender: Contender): void {
  const outdir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  const before = process.cpuUsage();
  const resources = contender === "plain" ? synthesizePlain(outdir) : synthesizeOurs(outdir);
  const { user, system } = process.cpuUsage(before);
  rmSync(outdir, { recursive: true });
  process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, resources }));
}

function measure(contender: Contender): { readonly seconds: number; readonly resources: number } {
  const run = spawnSync(process.execPath, [__filename, contender], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`bench of ${contender} synthesis failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** The contenders take turns, so that a busy machine slows both. */
export function benchSynth(runs: number = RUNS): SynthBench {
  const per1000: Record<Contender, number[]> = { plain: [], plinth: [] };
  let resources = 0;
  for (let run = 0; run < runs; run++) {
    for (const contender of ["plain", "plinth"] as const) {
      const result = measure(contender);
      per1000[contender].push((result.seconds / result.resources) * 1000);
      resources = result.resources;
    }
  }
  const plain = median(per1000.plain);
  const plinth = median(per1000.plinth);
  return {
    resources,
    plain: rounded(plain, 3),
    plinth: rounded(plinth, 3),
    ratio: rounded(plain / plinth, 2),
  };
}

if (require.main === module) {
  const [contender] = process.argv.slice(2);
  if (contender === "plain" || contender === "plinth") runOnce(contender);
  else process.stdout.write(`${JSON.stringify(benchSynth())}\n`);
}
