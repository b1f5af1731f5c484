/**
 * Random traces of four days, seeded, through a real Prometheus by the generated rules and by those of a real Sloth and a real
 * Pyrra: who
 * pages when, for what, and what is said of the budget, against the truth. And what a thousand objectives cost.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { devGcp } from "../../environments/dev-gcp";
import { orders } from "../../environments/services/orders";
import { settle } from "../../model/settle";
import { installed } from "../gate/contenders";
import { benchGeneration } from "./generation";
import type { Contender } from "./contenders/contender";
import { plinth } from "./contenders/plinth";
import { pyrras } from "./contenders/pyrra";
import { sloths } from "./contenders/sloth";
import { replay, type Lane, type Programs } from "./replay";
import { scoreOf } from "./score";
import { scoreText, type Scored } from "./table";
import { MINUTES, traceOf, type Trace } from "./trace";
import { Truth } from "./truth";

const TRACES = 200;

/** @throws Error where Prometheus is not installed */
export async function benchSlo(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  try {
    const start = process.hrtime.bigint();
    const scored = await benchReplay(dir, TRACES);
    const minutes = Number(process.hrtime.bigint() - start) / 60e9;
    const title = `slo, ${TRACES} random traces of ${MINUTES / 1_440} days through a Prometheus`;
    process.stdout.write(scoreText(`${title}, ${minutes.toFixed(1)} minutes`, scored));
    process.stdout.write(await benchGeneration(dir));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A trace, and the objective of which it tells. */
interface Case {
  readonly slo: Slo;
  readonly trace: Trace;
}

/** What the rules of Plinth and of its peers, where they are installed, were worth in each trace. */
export async function benchReplay(dir: string, count: number): Promise<Scored[]> {
  const cases = slosOfTraces(count).map((slo, number) => ({ slo, trace: traceFor(slo, number) }));
  const lanes = [
    ...lanesOf(
      cases,
      cases.map(({ slo }) => plinth(slo)),
    ),
    ...peerLanes("sloth", sloths, dir, cases),
    ...peerLanes("pyrra", pyrras, dir, cases),
  ];
  const answers = await replay(lanes, dir, programs(), (done) => process.stderr.write(`${done}\n`));
  const truths = new Map(cases.map(({ slo, trace }) => [trace, new Truth(slo, trace)]));
  return answers.flatMap(({ lane: { trace, contender }, ...answer }) => {
    const truth = truths.get(trace);
    if (truth === undefined) return [];
    const score = scoreOf(truth, trace.begins, answer);
    return [{ contender: contender.name, kind: trace.kind, score }];
  });
}

/** A service with one objective for each trace: `orders`, and what it promises of success. */
function slosOfTraces(count: number): Slo[] {
  const objectives = orders.objectives.filter(({ sli }) => sli === "success");
  const services = Array.from({ length: count }, (_, number) => ({
    ...orders,
    name: `trace-${number}`,
    objectives,
  }));
  const environment = settle({ ...devGcp, services });
  return environment.services.flatMap((service) => slosOf(service, environment));
}

const traceFor = ({ objective, service }: Slo, number: number): Trace =>
  traceOf(number, objective.budget.toNumber(), service.traffic.averagePerSecond * 60);

const lanesOf = (cases: readonly Case[], contenders: readonly Contender[]): Lane[] =>
  contenders.flatMap((contender, number) => {
    const trace = cases[number]?.trace;
    return trace === undefined ? [] : [{ trace, contender }];
  });

function peerLanes(
  tool: "sloth" | "pyrra",
  contenders: (program: string, dir: string, slos: readonly Slo[]) => Contender[],
  dir: string,
  cases: readonly Case[],
): Lane[] {
  const program = installed(tool);
  if (program === undefined) {
    process.stderr.write(`${tool} is not installed: left out (npm run tools -- ${tool})\n`);
    return [];
  }
  const slos = cases.map(({ slo }) => slo);
  return lanesOf(cases, contenders(program, dir, slos));
}

function programs(): Programs {
  const [prometheus, promtool] = [installed("prometheus"), installed("promtool")];
  if (prometheus !== undefined && promtool !== undefined) return { prometheus, promtool };
  throw new Error("Prometheus is not installed: npm run tools -- prometheus promtool");
}
