import { partition, type Location } from "../arn";
import type { Statement } from "../policy";

/**
 * CloudFront, on behalf of a distribution of this account. Which one is known after the edge's stack was applied, and that
 * stack waits for the bucket's, so that no distribution ever asks for a bucket that somebody else could make.
 */
const onBehalfOfUs = ({ account, region }: Location) => ({
  principals: { Service: "cloudfront.amazonaws.com" },
  conditions: {
    ArnLike: { "aws:SourceArn": `arn:${partition(region)}:cloudfront::${account}:distribution/*` },
  },
});

/** Objects one by one: no listing, so that what nobody names nobody finds. */
export const cloudFrontReads =
  (location: Location) =>
  (bucketArn: string): Statement[] => [
    {
      sid: "CloudFrontReads",
      actions: ["s3:GetObject"],
      resources: [`${bucketArn}/*`],
      ...onBehalfOfUs(location),
    },
  ];

export const cloudFrontDecrypts = (location: Location): Statement => ({
  sid: "CloudFrontDecrypts",
  actions: ["kms:Decrypt"],
  resources: ["*"],
  ...onBehalfOfUs(location),
});
