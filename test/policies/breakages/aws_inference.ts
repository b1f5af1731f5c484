import { breakagesOf } from "./notation";

const { set, removed } = breakagesOf("aws_inference");

const MODEL = "aws_sagemaker_model.ranker";
const CONFIGURATION = "aws_sagemaker_endpoint_configuration.ranker";
const FIRST = "aws_appautoscaling_policy.first";
const TARGET = "aws_appautoscaling_target.ranker";

export const awsInference = [
  set("AWS-SAGEMAKER-001", CONFIGURATION, "kms_key_arn", undefined),
  set("AWS-SAGEMAKER-002", MODEL, "enable_network_isolation", false),
  set("AWS-SAGEMAKER-002", MODEL, "enable_network_isolation", undefined),
  removed("AWS-SCALING-008", TARGET, FIRST),
];
