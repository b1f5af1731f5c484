import { yaceSeries } from "../../../model/signal";
import { googleSignals, selfSignals } from "../../../model/signals";
import { partsOf } from "../query";
import { unfound } from "./application";
import {
  discovered,
  emitterOf,
  emits,
  emittersOf,
  isGrant,
  jobsFinding,
  UNWATCHED,
  type Emitter,
} from "./emitters";
import { unasked } from "./switches";
import type { CustomYaceJob, World } from "./world";

/** What must hold between the outputs of one environment; each names what breaks it. */
export const CHECKS: Readonly<Record<string, (world: World) => string[]>> = {
  "every series that a rule or panel reads is exported, recorded or Prometheus's own": (world) => {
    const records = world.rules.flatMap(({ record }) => record ?? []);
    const known = new Set([...exported(world), ...records, "ALERTS", "up"]);
    return readSeries(world).filter((name) => !known.has(name));
  },
  "every series that is exported is read by a rule or panel": (world) => {
    const read = new Set(readSeries(world));
    return exported(world).filter((name) => !read.has(name));
  },
  "every selector finds a resource of the stack that the exporter discovers": (world) =>
    selectorsOf(world).filter(
      (selector) =>
        !discovered(world).some(
          (emitter) =>
            selects(selector, emitter) &&
            isExportedOf(world, emitter.name, nameOf(selector)) &&
            isAskedOf(world, emitter, nameOf(selector)),
        ),
    ),
  "every resource that emits is selected by a rule or panel": (world) =>
    emittersOf(world)
      .filter((emitter) => !selectorsOf(world).some((selector) => selects(selector, emitter)))
      .map(({ type, id }) => `${type}.${id}`),
  "every resource that emits carries the four tags, where it can": (world) =>
    emittersOf(world)
      .filter(({ type }) => !UNTAGGED.includes(type))
      .flatMap(({ type, id, resource }) => {
        const { tags = {}, labels = tags } = resource;
        return TAGS.filter((tag) => labels[tag] === undefined).map((tag) => `${type}.${id} ${tag}`);
      }),
  "everything that emits only when asked is asked": unasked,
  "every job that a selector names is scraped": (world) =>
    allSelectors(world).filter((selector) => {
      const [, job] = /\bjob="([^"]*)"/.exec(selector) ?? [];
      return job !== undefined && !isScraped(world, job);
    }),
  "what a service's own code counts is selected by what its SDK sends and the collector keeps": (
    world,
  ) => unfound(world.application, allSelectors(world)),
  "what the collector offers is scraped": ({ scrape, collector }) => {
    const targets = scrape.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets));
    return collector.filter((address) => !targets.includes(address));
  },
  "every type of resource is watched, or it is said why not": ({ resources }) =>
    Object.keys(resources).filter(
      (type) => !emits(type) && UNWATCHED[type] === undefined && !isGrant(type),
    ),
};

/** Types that have no tags. */
const UNTAGGED = [
  "aws_cloudfront_function",
  "google_firestore_database",
  "aws_cloudwatch_log_metric_filter",
  "aws_s3_bucket_replication_configuration",
];

const TAGS = ["service", "owner", "environment", "cost-center"] as const;

/** Worlds that lack something share their queries: each is parsed once. */
const parsed = new WeakMap<readonly string[], readonly string[]>();

/** Every selector of the queries. */
function allSelectors({ queries }: World): readonly string[] {
  const selectors = parsed.get(queries) ?? [
    ...new Set(queries.flatMap((query) => partsOf(query, "VectorSelector"))),
  ];
  parsed.set(queries, selectors);
  return selectors;
}

const readSeries = (world: World): string[] => [...new Set(allSelectors(world).map(nameOf))];

/** Selectors of what resources emit. */
const selectorsOf = (world: World): string[] =>
  allSelectors(world).filter((selector) => emitterOf(nameOf(selector)) !== undefined);

const nameOf = (selector: string): string => /^[\w:]+/.exec(selector)?.[0] ?? "";

/** Whether a selector is of this resource: by the type that its series comes from, and by name. */
function selects(selector: string, { type, name }: { type: string; name: string }): boolean {
  const emitter = emitterOf(nameOf(selector));
  if (emitter?.type !== type) return false;
  const matcher = new RegExp(`\\b${emitter.label}(=~?)"([^"]*)"`).exec(selector);
  if (matcher === null) return false;
  const [, operator, value = ""] = matcher;
  return operator === "=" ? name === value : new RegExp(`^(?:${value})$`).test(name);
}

/** Every series that somebody exports and Prometheus scrapes. */
const exported = (world: World): string[] => [
  ...(isScraped(world, "yace") ? yaceExports(world) : []),
  ...(isScraped(world, "yace") ? customYaceExports(world) : []),
  ...(isScraped(world, "stackdriver") ? stackdriverExports(world) : []),
  ...(isScraped(world, "otel-collector") ? world.application.counters : []),
  ...Object.values(selfSignals)
    .filter(({ job }) => isScraped(world, job))
    .map(({ series }) => series),
];

const isScraped = ({ scrape }: World, job: string): boolean =>
  scrape.some(({ job_name }) => job_name === job);

const yaceExports = ({ yace }: Pick<World, "yace">): string[] =>
  yace.flatMap(({ type, metrics }) =>
    metrics.flatMap(({ name, statistics }) =>
      statistics.map((statistic) => yaceSeries(type, name, statistic)),
    ),
  );

/** Under the names that the scrape job gives them. */
const customYaceExports = (world: World): string[] => [
  ...new Set(world.customYace.flatMap((job) => exportsOf(world, job))),
];

const exportsOf = ({ scrape }: World, { namespace, metrics }: CustomYaceJob): string[] =>
  metrics.flatMap(({ name, statistics }) =>
    statistics.map((statistic) => relabelled(scrape, yaceSeries(namespace, name, statistic))),
  );

/** Whether a job that asks for what one function's log says asks for this: the others' jobs give the same series. */
function isExportedOf(world: World, name: string, series: string): boolean {
  const own = world.customYace.filter((job) => job.name === name);
  return own.length === 0 || own.some((job) => exportsOf(world, job).includes(series));
}

/** Whether a job that finds a resource by its tags asks for this: jobs of one namespace may ask for the same of others. */
function isAskedOf(world: World, emitter: Emitter, series: string): boolean {
  const own = jobsFinding(world, emitter);
  return own.length === 0 || yaceExports({ yace: own }).includes(series);
}

function relabelled(scrape: World["scrape"], series: string): string {
  const configs = scrape.find(({ job_name }) => job_name === "yace")?.metric_relabel_configs ?? [];
  const config = configs.find(({ regex }) => new RegExp(`^(?:${regex})$`).test(series));
  return config?.replacement ?? series;
}

const stackdriverExports = ({ stackdriver }: World): string[] =>
  Object.values(googleSignals)
    .filter(({ metricType }) => stackdriver.includes(`--monitoring.metrics-prefixes=${metricType}`))
    .map(({ series }) => series);
