import { emittersOf } from "./emitters";
import { isCopy } from "./copies";
import { SWITCHES } from "./switches";
import type { Resource, World, YaceJob } from "./world";

/** A world that lacks one thing, and which. */
export interface Removal {
  readonly what: string;
  readonly world: World;
}

/** Everything that can be taken out of the outputs, one at a time. */
export const removalsOf = (world: World): Removal[] => [
  ...withoutResources(world),
  ...withoutSwitches(world),
  ...withoutReplicationMetrics(world),
  ...withoutTags(world),
  ...withoutJobs(world),
  ...withoutMetrics(world),
  ...withoutCustomMetrics(world),
  ...withoutArguments(world),
  ...withoutLabels(world),
];

const without = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, other) => other !== index);

const withoutKey = <T>(of: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([other]) => other !== key));

const withoutResources = (world: World): Removal[] =>
  emittersOf(world).map(({ type, id }) => withoutResource(world, type, id));

/** What makes others emit. */
const withoutSwitches = (world: World): Removal[] =>
  Object.values(SWITCHES).flatMap(({ type }) =>
    Object.keys(world.resources[type] ?? {}).map((id) => withoutResource(world, type, id)),
  );

const withoutResource = (world: World, type: string, id: string): Removal => ({
  what: `the resource ${type}.${id}`,
  world: {
    ...world,
    resources: { ...world.resources, [type]: withoutKey(world.resources[type]!, id) },
  },
});

const REPLICATION = "aws_s3_bucket_replication_configuration";

/** A rule that copies and says nothing of it. */
const withoutReplicationMetrics = (world: World): Removal[] =>
  Object.entries(world.resources[REPLICATION] ?? {}).map(([id, resource]) => ({
    what: `the metrics of ${REPLICATION}.${id}`,
    world: {
      ...world,
      resources: {
        ...world.resources,
        [REPLICATION]: { ...world.resources[REPLICATION], [id]: { ...resource, rule: [{}] } },
      },
    },
  }));

/** The tags by which the exporter finds a copy's region; the others are for people. */
const SEARCHED = ["service", "environment"];

const tagsOfCopies = ({ resources }: World) =>
  Object.entries(resources["aws_s3_bucket"] ?? {}).flatMap(([id, resource]) =>
    isCopy(resource) ? SEARCHED.map((tag) => ({ id, resource, tag })) : [],
  );

const withoutTags = (world: World): Removal[] => [
  ...withoutTagsOfEmitters(world),
  ...tagsOfCopies(world).map(({ id, resource, tag }) => ({
    what: `the tag ${tag} of aws_s3_bucket.${id}`,
    world: {
      ...world,
      resources: {
        ...world.resources,
        aws_s3_bucket: { ...world.resources["aws_s3_bucket"], [id]: untagged(resource, tag) },
      },
    },
  })),
];

const withoutTagsOfEmitters = (world: World): Removal[] =>
  emittersOf(world).flatMap(({ type, id, resource }) =>
    Object.keys(resource.tags ?? resource.labels ?? {}).map((tag) => ({
      what: `the tag ${tag} of ${type}.${id}`,
      world: {
        ...world,
        resources: {
          ...world.resources,
          [type]: { ...world.resources[type], [id]: untagged(resource, tag) },
        },
      },
    })),
  );

const untagged = ({ tags, labels, ...rest }: Resource, tag: string): Resource => ({
  ...rest,
  ...(tags && { tags: withoutKey(tags, tag) }),
  ...(labels && { labels: withoutKey(labels, tag) }),
});

const withoutJobs = (world: World): Removal[] => [
  ...world.yace.map(({ type }, index) => ({
    what: `YACE's job ${type}`,
    world: { ...world, yace: without(world.yace, index) },
  })),
  ...world.scrape.map(({ job_name }, index) => ({
    what: `the scrape job ${job_name}`,
    world: { ...world, scrape: without(world.scrape, index) },
  })),
];

/** The jobs of namespaces of our own, their metrics, and the names that these get. */
const withoutCustomMetrics = (world: World): Removal[] => [
  ...world.customYace.map(({ name }, index) => ({
    what: `YACE's job ${name}`,
    world: { ...world, customYace: without(world.customYace, index) },
  })),
  ...world.customYace.flatMap((job, index) =>
    job.metrics.map(({ name, statistics }, metric) => ({
      what: `the metric ${name} ${statistics.join()}`,
      world: {
        ...world,
        customYace: world.customYace.with(index, {
          ...job,
          metrics: without(job.metrics, metric),
        }),
      },
    })),
  ),
  ...world.scrape.flatMap((job, index) =>
    (job.metric_relabel_configs ?? []).map((config, place, configs) => ({
      what: `the name ${config.replacement}`,
      world: {
        ...world,
        scrape: world.scrape.with(index, {
          ...job,
          metric_relabel_configs: without(configs, place),
        }),
      },
    })),
  ),
];

const withoutMetrics = (world: World): Removal[] =>
  world.yace.flatMap((job) =>
    job.metrics.flatMap((metric, index) =>
      metric.statistics.map((statistic) => ({
        what: `the metric ${job.type} ${metric.name} ${statistic}`,
        world: {
          ...world,
          yace: world.yace.map((one) => (one === job ? lacking(job, index) : one)),
        },
      })),
    ),
  );

const lacking = (job: YaceJob, metric: number): YaceJob => ({
  ...job,
  metrics: without(job.metrics, metric),
});

/** Filters find resources, prefixes let metrics in; the others say how, not what. */
const withoutArguments = (world: World): Removal[] =>
  world.stackdriver.flatMap((arg, index) =>
    /^--monitoring\.(filters|metrics-prefixes)=/.test(arg)
      ? [{ what: arg, world: { ...world, stackdriver: without(world.stackdriver, index) } }]
      : [],
  );

/** What says whose a metric is; it is read where the services' own code counts. */
function withoutLabels(world: World): Removal[] {
  const { application } = world;
  if (application.counters.length === 0) return [];
  return [
    ...application.kept.map((label, index) => ({
      what: `the collector's label ${label}`,
      world: { ...world, application: { ...application, kept: without(application.kept, index) } },
    })),
    ...Object.keys(application.sent).map((label) => ({
      what: `the SDK's attribute for ${label}`,
      world: {
        ...world,
        application: { ...application, sent: withoutKey(application.sent, label) },
      },
    })),
  ];
}
