import { files, META_RULES } from "../../model/names";
import { toolPath } from "../../tools/find";
import { findFile } from "./read";
import { Outdir, run } from "./outdir";

/** A mistake in a rule, and the generated test that must notice it. */
interface Mutant {
  readonly mistake: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** A part of the test's name. */
  readonly noticedBy: string;
}

const aws: readonly Mutant[] = [
  {
    mistake: "a factor twice as high",
    from: /> 0\.0144/g,
    to: "> 0.0288",
    noticedBy: "orders-success: burning .* fires fast",
  },
  {
    mistake: "a factor a little lower",
    from: /> 0\.0144/g,
    to: "> 0.0134",
    noticedBy: "orders-success: burning .* fires fast",
  },
  {
    mistake: "a long window that is too short",
    from: /rate1h(\{sloth_id="orders-success"[^}]*\}\) >)/,
    to: "rate30m$1",
    noticedBy: "orders-success: burning .* fires fast",
  },
  {
    mistake: "a short window that is too long",
    from: /rate5m(\{sloth_id="orders-success"[^}]*\}\) >)/,
    to: "rate1h$1",
    noticedBy: "orders-success: a total outage",
  },
  {
    mistake: "at least instead of more than",
    from: /> 0\.0144/g,
    to: ">= 0.0144",
    noticedBy: "orders-success: errors at exactly the threshold",
  },
  {
    mistake: "no guard for low traffic",
    from: /\[(1h|6h|1d|3d)\]\) >= \d+/g,
    to: "[$1]) >= 0",
    noticedBy: "orders-success: a lone error",
  },
  {
    mistake: "a guard that is off by one",
    from: /\[6h\]\) >= 7/,
    to: "[6h]) > 7",
    noticedBy: "orders-success: 7 bad events fire slow",
  },
  {
    mistake: "a guard that looks back too far",
    from: /\[1h\]\) >= 3/,
    to: "[2h]) >= 3",
    noticedBy: "orders-success: 3 bad events fire fast",
  },
  {
    mistake: "a guard of time slices that is off by one",
    from: /\[3d\]\) >= 22/,
    to: "[3d]) >= 23",
    noticedBy: "orders-freshness: burning .* fires drip",
  },
  {
    mistake: "a younger message is late",
    from: "> bool 300",
    to: ">= bool 300",
    noticedBy: "orders-freshness: a total outage",
  },
  {
    mistake: "empty queues are not judged",
    from: />= 0\) >= bool 0/,
    to: "> 0) >= bool 0",
    noticedBy: "orders-freshness: an empty queue",
  },
  {
    mistake: "unknown minutes are judged",
    from: /max\((aws\S+ \S+) >= 0\)/g,
    to: "max($1)",
    noticedBy: "orders-freshness: a quiet night",
  },
  {
    mistake: "an idle hour has no ratio",
    from: / or 0 \* sum_over_time/g,
    to: " and sum_over_time",
    noticedBy: "orders-success: a quiet night",
  },
  {
    mistake: "blindness is told late",
    from: /for: 15m/g,
    to: "for: 16m",
    noticedBy: "orders-success: an exporter",
  },
  {
    mistake: "falls of the depth count",
    from: /clamp_min\((.*), 0\)/,
    to: "($1)",
    noticedBy: "a drain gives",
  },
  {
    mistake: "messages being read are gone",
    from: / \+ sum\(aws_sqs_approximate_number_of_messages_not_visible\S+ \S+\)\)/,
    to: ")",
    noticedBy: "reading a dead letter",
  },
  {
    mistake: "one minute's depth is believed",
    from: /min_over_time\((\S+ \S+ \S+)\[2m\]/g,
    to: "min_over_time($1[1m]",
    noticedBy: "reading a dead letter",
  },
  {
    mistake: "the depth is not carried over silence",
    from: / or sum\(last_over_time\(.*\[1h\]\)\)/,
    to: "",
    noticedBy: "a dead-letter queue that was silent",
  },
  ...["sloth_id", "environment", "cell"].map((label) => ({
    mistake: `records of any ${label} count`,
    from: new RegExp(`(\\{|, )${label}="[^"]*"`, "g"),
    to: `$1${label}!=""`,
    noticedBy: "the neighbours' errors",
  })),
  {
    mistake: "any queue counts",
    from: /, dimension_QueueName="[^"]*"/g,
    to: "",
    noticedBy: "the neighbours' errors",
  },
  {
    mistake: "any exporter counts",
    from: /job="yace", /g,
    to: "",
    noticedBy: "the neighbours' errors",
  },
  {
    mistake: "another queue hides blindness",
    from: /(absent\(\S+), dimension_QueueName="[^"]*"/g,
    to: "$1",
    noticedBy: "an exporter that went away",
  },
  {
    mistake: "another exporter hides blindness",
    from: /(absent\([^{]*\{)job="yace", /g,
    to: "$1",
    noticedBy: "an exporter that went away",
  },
  {
    mistake: "an unknown queue has no start",
    from: / or 0 \* last_over_time\(slo:sli_total.*1m\)\), 0\)/,
    to: "), 0)",
    noticedBy: "the first dead letter",
  },
];

const google: readonly Mutant[] = [
  {
    mistake: "a new counter has no first step",
    from: / or \(stackdriver_pubsub\S+dead_letter\S+ \S+ and on .*? offset 1m\)\)/,
    to: ")",
    noticedBy: "the first dead letter",
  },
  {
    mistake: "old counters count",
    from: / and on \(\) slo:sli_total:count1m\{[^}]*\} offset 1m/g,
    to: "",
    noticedBy: "counters from before",
  },
  {
    mistake: "failed pushes are good",
    from: /, response_class="ack"/g,
    to: "",
    noticedBy: "pushes that fail",
  },
];

const business: readonly Mutant[] = [
  {
    mistake: "a counter is forgotten after ten minutes",
    from: /\[1h\] offset 1m/g,
    to: "[10m] offset 1m",
    noticedBy: "orders-accepted: what a process counts while",
  },
  {
    mistake: "a counter is new as soon as the collector is back",
    from: / offset 10m/g,
    to: " offset 1m",
    noticedBy: "orders-accepted: a collector that is away",
  },
  {
    mistake: "a collector that is not reached is heard",
    from: /min\(up\{[^}]*\}\) > 0/,
    to: 'min(up{job="otel-collector"})',
    noticedBy: "orders-accepted: a collector that is away",
  },
  {
    mistake: "a collector that is gone is heard",
    from: /min\(up\{[^}]*\}\) > 0 and on \(\) /,
    to: "",
    noticedBy: "orders-accepted: an exporter that went away",
  },
  {
    mistake: "a new process counts from its second minute on",
    from: / or \(orders_placed_total\S+ [^()]* and on \(\) \S+ \S+ \S+ offset 10m\)/g,
    to: "",
    noticedBy: "orders-accepted: a process that follows",
  },
  ...["service_name", "deployment_environment_name", "plinth_cell"].map((label) => ({
    mistake: `counters of any ${label} count`,
    from: new RegExp(`, ${label}="[^"]*"`, "g"),
    to: "",
    noticedBy: "orders-accepted: the neighbours' errors",
  })),
];

const meta: readonly Mutant[] = [
  { mistake: "a dead-man's switch that can rest", from: "vector(1)", to: "vector(1) > 1" },
  { mistake: "old failures count", from: /> 0$/m, to: ">= 0" },
  { mistake: "one failure is too few", from: /> 0$/m, to: "> 2" },
  { mistake: "failures are remembered", from: /\[5m\]\) > 0/, to: "[10m]) > 0" },
  { mistake: "failures are told late", from: "for: 15m", to: "for: 16m" },
  { mistake: "failures are told at once", from: "for: 15m", to: "for: 14m" },
  { mistake: "one Alertmanager is enough", from: "min without", to: "max without" },
  { mistake: "more alerts may be lost", from: "> 0.03", to: "> 0.032" },
  { mistake: "fewer alerts may be lost", from: "> 0.03", to: "> 0.028" },
  { mistake: "more notifications may be lost", from: "> 0.01", to: "> 0.012" },
  { mistake: "fewer notifications may be lost", from: "> 0.01", to: "> 0.008" },
  { mistake: "reasons hide failures", from: " / ignoring (reason) group_left ()", to: " /" },
  { mistake: "it wakes nobody", from: "severity: page", to: "severity: ticket" },
].map((mutant) => ({ ...mutant, noticedBy: "." }));

const out = new Outdir();
afterAll(() => out.remove());

/** Which rules of an environment are mutated. */
interface Place {
  readonly environment: string;
  /** The service, or the alerts on the alerting itself. */
  readonly rules: string;
}

async function isNoticed(
  { environment, rules: of }: Place,
  mutant: Mutant,
  name: string,
): Promise<boolean> {
  const rules = findFile(environment, files.rules(of));
  const mutated = rules.replace(mutant.from, mutant.to);
  if (mutated === rules) throw new Error(`nothing to mutate: ${mutant.mistake}`);
  out.write(`${name}/${files.rules(of)}`, mutated);
  const tests = findFile(environment, files.ruleTests(of));
  const file = out.write(`${name}/${files.ruleTests(of)}`, tests);
  const promtool = toolPath("promtool");
  const checked = await run(promtool, [
    "check",
    "rules",
    "--lint=none",
    `${out.path}/${name}/${files.rules(of)}`,
  ]);
  if (checked.exitCode !== 0) throw new Error(`no valid rules: ${checked.output}`);
  const { exitCode, output } = await run(promtool, [
    "test",
    "rules",
    `--run=${mutant.noticedBy}`,
    file,
  ]);
  return exitCode === 1 && /FAILED/.test(output);
}

describe("the generated tests notice", () => {
  const named = (environment: string, rules: string, mutants: readonly Mutant[]) =>
    mutants.map((mutant, index) => {
      const place: Place = { environment, rules };
      return [
        environment,
        mutant.mistake,
        place,
        mutant,
        `${environment}-${rules}-${index}`,
      ] as const;
    });

  test.each([
    ...named("dev", "orders", aws),
    ...named("dev-gcp", "orders", google),
    ...named("dev with business", "orders", business),
    ...named("dev", META_RULES, meta),
  ])(
    "in %s: %s",
    async (_environment, _mistake, place, mutant, name) => {
      expect(await isNoticed(place, mutant, name)).toBe(true);
    },
    300_000,
  );
});
