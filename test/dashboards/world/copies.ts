import type { Resource, World } from "./world";

/** The copy of a store: read on the day on which it is needed, and watched by what copies to it. */
export const isCopy = ({ bucket, provider }: Resource): boolean =>
  bucket !== undefined && provider !== undefined;

/** What a reference to a bucket, or an ARN made of one, refers to. */
const referred = ({ resources }: World, text: string): Resource | undefined => {
  const [, id = ""] = /\$\{aws_s3_bucket\.(\w+)\./.exec(text) ?? [];
  return resources["aws_s3_bucket"]?.[id];
};

/** The store that a replication copies; CloudWatch calls the replication by it. */
export const sourceOf = (world: World, { bucket = "" }: Resource): Resource | undefined =>
  referred(world, bucket);

const copyOf = (world: World, { rule = [] }: Resource): Resource | undefined =>
  referred(world, rule[0]?.destination?.bucket ?? "");

/**
 * Whether the exporter finds a replication: S3 tells of it in both regions, and in each the exporter looks for metrics only
 * where it finds something by its tags.
 */
export const isFound = (world: World, replication: Resource): boolean => {
  const [source, copy] = [sourceOf(world, replication), copyOf(world, replication)];
  const regions = new Set(world.yace.flatMap((job) => job.regions));
  const own = [...regions].filter((region) => !copy?.provider?.endsWith(`.${region}`));
  return (
    looks(world, source, own) && looks(world, copy, [copy?.provider?.replace(/^aws\./, "") ?? ""])
  );
};

const looks = ({ yace }: World, bucket: Resource | undefined, regions: readonly string[]) =>
  yace.some(
    (job) =>
      job.dimensionNameRequirements.includes("SourceBucket") &&
      job.regions.some((region) => regions.includes(region)) &&
      job.searchTags.every(({ key, value }) => new RegExp(value).test(bucket?.tags?.[key] ?? "")),
  );
