import { partition, type Location } from "../arn";
import { policyDocument, type Statement } from "../policy";

/**
 * Lets the account's own principals reach the account's own resources: credentials that somebody brought along carry nothing
 * out, and ours carry nothing to a stranger's bucket. Some requests are about no resource
 * (`sts:GetCallerIdentity`), so its owner counts where there is one.
 *
 * @param actions - the service's prefix in IAM
 */
const ours = (actions: string, { account }: Location): Statement => ({
  sid: "OursToOurs",
  principals: "*",
  actions: [`${actions}:*`],
  resources: ["*"],
  conditions: {
    StringEquals: { "aws:PrincipalAccount": account },
    StringEqualsIfExists: { "aws:ResourceAccount": account },
  },
});

/**
 * The layers of every image of ECR lie in a bucket of AWS's, and are fetched by links that AWS signs.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
const imageLayers = ({ region }: Location): Statement => ({
  sid: "ImageLayers",
  principals: "*",
  actions: ["s3:GetObject"],
  resources: [`arn:${partition(region)}:s3:::prod-${region}-starport-layer-bucket/*`],
});

export function endpointPolicy(actions: string, at: Location): string {
  return policyDocument([ours(actions, at), ...(actions === "s3" ? [imageLayers(at)] : [])]);
}
