import { KEY_OF_WHAT_IS_MADE, SERVED, type NeedsByType } from "./needs";

const TAGS = ["sagemaker:AddTags", "sagemaker:DeleteTags"];

/**
 * Which Application Auto Scaling asks of whoever lets it scale an endpoint.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-prerequisites.html
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_permission_validation.html
 */
const SCALE = "sagemaker:UpdateEndpointWeightsAndCapacities";

/** What serves models. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
export const INFERENCE: NeedsByType = {
  aws_sagemaker_endpoint: {
    on: "endpoints",
    read: ["sagemaker:DescribeEndpoint", "sagemaker:ListTags"],
    write: ["sagemaker:CreateEndpoint", "sagemaker:DeleteEndpoint"],
    // Disks of instances are encrypted for whoever makes the endpoint.
    also: ["sagemaker:UpdateEndpoint", SCALE, ...TAGS, ...KEY_OF_WHAT_IS_MADE],
    elsewhere: {
      ...SERVED,
      "sagemaker:CreateEndpoint": ["endpoints", "endpointConfigs"],
      "sagemaker:UpdateEndpoint": ["endpoints", "endpointConfigs"],
    },
    source: "reference",
  },
  aws_sagemaker_endpoint_configuration: {
    on: "endpointConfigs",
    read: ["sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"],
    write: ["sagemaker:CreateEndpointConfig", "sagemaker:DeleteEndpointConfig"],
    also: [...TAGS, ...KEY_OF_WHAT_IS_MADE],
    elsewhere: SERVED,
    source: "reference",
  },
  aws_sagemaker_model: {
    on: "servedModels",
    read: ["sagemaker:DescribeModel", "sagemaker:ListTags"],
    write: ["sagemaker:CreateModel", "sagemaker:DeleteModel"],
    also: TAGS,
    elsewhere: {
      "sagemaker:AddTags": ["created", "servedModels"],
      "sagemaker:CreateModel": ["created"],
    },
    source: "reference",
  },
};
