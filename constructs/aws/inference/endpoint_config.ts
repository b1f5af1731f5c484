import type {
  SagemakerEndpointConfigurationAsyncInferenceConfig,
  SagemakerEndpointConfigurationDataCaptureConfig,
  SagemakerEndpointConfigurationProductionVariants,
} from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import type { Async, RealTime, Serve } from "../../../model/workloads/inference/settled";
import { FOLDERS } from "./endpoint_grants";

/** What serves: instances, or what SageMaker starts when it is asked. */
export function variantOf(
  serve: Serve,
  names: { readonly modelName: string; readonly variantName: string },
): SagemakerEndpointConfigurationProductionVariants {
  if (serve.mode === "serverless") {
    const { memoryMiB, concurrency, provisioned } = serve;
    const serverlessConfig = {
      ...{ memorySizeInMb: memoryMiB, maxConcurrency: concurrency },
      ...(provisioned !== undefined && { provisionedConcurrency: provisioned }),
    };
    return { ...names, serverlessConfig };
  }
  const { instanceType, firstInstances, volumeGb, startTimeoutSeconds } = serve;
  return {
    ...names,
    ...{ instanceType, initialInstanceCount: firstInstances, initialVariantWeight: 1 },
    ...(volumeGb !== undefined && { volumeSizeInGb: volumeGb }),
    containerStartupHealthCheckTimeoutInSeconds: startTimeoutSeconds,
    modelDataDownloadTimeoutInSeconds: startTimeoutSeconds,
  };
}

/** @param bucket - its name */
export function asyncConfig(
  { concurrency, notify }: Async,
  bucket: string,
  kmsKeyId: string,
): SagemakerEndpointConfigurationAsyncInferenceConfig {
  const { success, error } = notify;
  const told = success !== undefined || error !== undefined;
  return {
    ...(concurrency !== undefined && {
      clientConfig: { maxConcurrentInvocationsPerInstance: concurrency },
    }),
    outputConfig: {
      s3OutputPath: `s3://${bucket}/${FOLDERS.output}`,
      s3FailurePath: `s3://${bucket}/${FOLDERS.failures}`,
      kmsKeyId,
      ...(told && {
        notificationConfig: {
          ...(success !== undefined && { successTopic: success }),
          ...(error !== undefined && { errorTopic: error }),
        },
      }),
    },
  };
}

/** Under which questions and answers are kept. */
export const CAPTURED = "captured/";

/** @param bucket - its name */
export const captureConfig = (
  { percent }: NonNullable<RealTime["capture"]>,
  bucket: string,
  kmsKeyId: string,
): SagemakerEndpointConfigurationDataCaptureConfig => ({
  enableCapture: true,
  initialSamplingPercentage: percent,
  destinationS3Uri: `s3://${bucket}/${CAPTURED}`,
  kmsKeyId,
  captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
});
