import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { Construct } from "constructs";

/**
 * The id of what machines start from. A parameter is read when a plan is made, and the template gets the id that it holds then:
 * a template that names the parameter itself would start different machines on different days, and AWS rolls none of it back.
 *
 * @param image - `ami-…`, or the name of a public parameter
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 */
export const imageId = (scope: Construct, image: string): string =>
  image.startsWith("ami-")
    ? image
    : new DataAwsSsmParameter(scope, "image", { name: image }).insecureValue;
