import { CreateBucketCommand, PutBucketTaggingCommand, type S3Client } from "@aws-sdk/client-s3";
import { authorizationFor, tagList, type IdsByName, type Named } from "./cloud";

/** What of a service of content delivery emits metrics. */
export interface EdgeResources {
  readonly aws_cloudfront_distribution?: Readonly<Record<string, Named>>;
  readonly aws_wafv2_web_acl?: Readonly<Record<string, Named & { readonly name: string }>>;
}

/** In the protocols that need no SDK. */
export async function createEdge(endpoint: string, edge: EdgeResources): Promise<IdsByName> {
  await createWebAcls(endpoint, "CLOUDFRONT", edge);
  const ids = Object.values(edge.aws_cloudfront_distribution ?? {}).map(async ({ tags }) => {
    return [tags["Name"] ?? "", await createDistribution(endpoint, tags)] as const;
  });
  return Object.fromEntries(await Promise.all(ids));
}

/** @param scope - at the edge, or where a cell's load balancer is */
export async function createWebAcls(
  endpoint: string,
  scope: "CLOUDFRONT" | "REGIONAL",
  { aws_wafv2_web_acl }: EdgeResources,
): Promise<void> {
  for (const { name, tags } of Object.values(aws_wafv2_web_acl ?? {}))
    await createWebAcl(endpoint, scope, name, tags);
}

async function createWebAcl(
  endpoint: string,
  scope: string,
  name: string,
  tags: Named["tags"],
): Promise<void> {
  const visibility = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true };
  const body = JSON.stringify({
    ...{ Name: name, Scope: scope, DefaultAction: { Allow: {} }, Rules: [] },
    VisibilityConfig: { ...visibility, MetricName: name },
    Tags: tagList(tags),
  });
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AWSWAF_20190729.CreateWebACL",
    authorization: authorizationFor("wafv2"),
  };
  const answer = await fetch(endpoint, { method: "POST", body, headers });
  if (!answer.ok) throw new Error(`WAF refused: ${await answer.text()}`);
}

async function createDistribution(endpoint: string, tags: Named["tags"]): Promise<string> {
  const url = `${endpoint}/2020-05-31/distribution?WithTags`;
  const headers = { authorization: authorizationFor("cloudfront") };
  const answer = await fetch(url, { method: "POST", body: distributionWith(tags), headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`CloudFront refused: ${text}`);
  return /<Id>([A-Z0-9]+)<\/Id>/.exec(text)?.[1] ?? "";
}

/** Nobody asks it for anything: only its tags matter. */
const distributionWith = (tags: Named["tags"]): string => `<?xml version="1.0" encoding="UTF-8"?>
<DistributionConfigWithTags xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
  <DistributionConfig>
    <CallerReference>${tags["Name"]}</CallerReference>
    <Comment></Comment>
    <Enabled>true</Enabled>
    <Origins><Quantity>1</Quantity><Items><Origin>
      <Id>store</Id><DomainName>store.example.com</DomainName>
      <S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig>
    </Origin></Items></Origins>
    <DefaultCacheBehavior>
      <TargetOriginId>store</TargetOriginId><ViewerProtocolPolicy>https-only</ViewerProtocolPolicy>
    </DefaultCacheBehavior>
  </DistributionConfig>
  <Tags><Items>${Object.entries(tags)
    .map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`)
    .join("")}</Items></Tags>
</DistributionConfigWithTags>`;

/** A provider is that of another region than the environment's. */
export type Buckets = Readonly<
  Record<string, Named & { readonly bucket: string; readonly provider?: string }>
>;

/** @param clientOf - of a region; undefined: of the environment's */
export async function createBuckets(
  clientOf: (region: string | undefined) => S3Client,
  buckets: Buckets,
): Promise<void> {
  for (const { bucket, tags, provider } of Object.values(buckets)) {
    const s3 = clientOf(provider?.replace(/^aws\./, ""));
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    const Tagging = { TagSet: tagList(tags) };
    await s3.send(new PutBucketTaggingCommand({ Bucket: bucket, Tagging }));
  }
}
