import { judge } from "../../../../policies/gate";
import type { AwsEnvironment } from "../../../../model/environment";
import { GITHUB } from "../../support/pipeline";
import {
  ASKING,
  FORECASTS,
  RECOMMENDATIONS,
  SERVED,
  SERVED_PRODUCTION,
} from "../../support/inference";
import { cellOf, resource, statements, synthesizeAll } from "../../support/synth";

const { json: cell } = cellOf(SERVED);

const said = (role: string, sid: string) =>
  statements(String(resource(cell, `aws_iam_role_policy.${role}`)["policy"])).find(
    ({ Sid }) => Sid === sid,
  );
const part = (type: string, name: string, json = cell) =>
  resource(json, `aws_${type}.${name}`) as Record<string, unknown>;

/** The cell of an environment whose `recommendations` is served otherwise. */
const served = (workload: object): typeof cell =>
  cellOf({
    ...SERVED,
    services: [
      {
        ...RECOMMENDATIONS,
        workload: { ...RECOMMENDATIONS.workload, ...workload } as typeof RECOMMENDATIONS.workload,
      },
    ],
  } as AwsEnvironment).json;

describe("what answers in real time", () => {
  test("stands in the private tier, isolated, and is named by AWS so that the one before stays", () => {
    expect(part("sagemaker_model", "recommendations_endpoint_model")).toMatchObject({
      enable_network_isolation: true,
      primary_container: {
        image:
          "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312-ubuntu22.04-sagemaker",
        mode: "SingleModel",
        model_data_url: "s3://${aws_s3_bucket.recommendations_models.bucket}/ranker/7/model.tar.gz",
      },
      vpc_config: {
        security_group_ids: ["${aws_security_group.recommendations_endpoint_instances.id}"],
      },
      lifecycle: { create_before_destroy: true },
    });
    expect(part("sagemaker_model", "recommendations_endpoint_model")).not.toHaveProperty("name");
  });

  test("has disks under a key of its own, and as many instances as the peak needs", () => {
    expect(
      part("sagemaker_endpoint_configuration", "recommendations_endpoint_configuration"),
    ).toMatchObject({
      name_prefix: "dev-infer-c01-recommendations-",
      kms_key_arn: "${aws_kms_key.recommendations_volumes_key.arn}",
      production_variants: [
        {
          ...{ variant_name: "live", instance_type: "ml.c7i.large", initial_instance_count: 3 },
          container_startup_health_check_timeout_in_seconds: 600,
          model_data_download_timeout_in_seconds: 600,
        },
      ],
      lifecycle: { create_before_destroy: true },
    });
  });

  test("takes no key where instances have disks of their own", () => {
    const json = served({
      serve: { ...RECOMMENDATIONS.workload.serve, instanceType: "ml.g5.xlarge" },
    });
    const configuration = part(
      "sagemaker_endpoint_configuration",
      "recommendations_endpoint_configuration",
      json,
    );
    expect(configuration).not.toHaveProperty("kms_key_arn");
    expect(json.resource?.["aws_kms_key"]).not.toHaveProperty("recommendations_volumes_key");
  });

  test("keeps no questions, unless it is declared", () => {
    const name = "recommendations_endpoint_configuration";
    const type = "sagemaker_endpoint_configuration";
    expect(part(type, name)).not.toHaveProperty("data_capture_config");
    const json = served({
      serve: { ...RECOMMENDATIONS.workload.serve, capture: { store: "models", percent: 5 } },
    });
    expect(part(type, name, json)["data_capture_config"]).toEqual({
      ...{ enable_capture: true, initial_sampling_percentage: 5 },
      destination_s3_uri: "s3://${aws_s3_bucket.recommendations_models.bucket}/captured/",
      kms_key_id: "${aws_kms_key.recommendations_data_key.arn}",
      capture_options: [{ capture_mode: "Input" }, { capture_mode: "Output" }],
    });
  });

  test("follows requests by instance", () => {
    expect(part("appautoscaling_target", "recommendations_scaling")).toMatchObject({
      resource_id: "endpoint/${aws_sagemaker_endpoint.recommendations_endpoint.name}/variant/live",
      ...{ min_capacity: 2, max_capacity: 6 },
    });
    expect(part("appautoscaling_policy", "recommendations_scaling_requests")).toMatchObject({
      target_tracking_scaling_policy_configuration: {
        target_value: 600,
        predefined_metric_specification: {
          predefined_metric_type: "SageMakerVariantInvocationsPerInstance",
        },
      },
    });
  });
});

describe("a rollout", () => {
  test("tries a part of a fleet beside the one before, and the alarms of its objectives take it back", () => {
    expect(part("sagemaker_endpoint", "recommendations_endpoint")["deployment_config"]).toEqual({
      blue_green_update_policy: {
        traffic_routing_configuration: {
          ...{ type: "CANARY", wait_interval_in_seconds: 720 },
          canary_size: { type: "CAPACITY_PERCENT", value: 50 },
        },
        termination_wait_in_seconds: 720,
        // Both waits, and 15 minutes for instances to come up.
        maximum_execution_timeout_in_seconds: 2_340,
      },
      auto_rollback_configuration: {
        alarms: ["answered", "fast"].map((objective) => ({
          alarm_name: `\${aws_cloudwatch_metric_alarm.recommendations_rollout_${objective}.alarm_name}`,
        })),
      },
    });
  });

  test("may take longer than all its waits together", () => {
    const json = served({ rollout: { strategy: "linear", percent: 25, interval: "10m" } });
    expect(part("sagemaker_endpoint", "recommendations_endpoint", json)).toMatchObject({
      deployment_config: {
        blue_green_update_policy: {
          traffic_routing_configuration: { wait_interval_in_seconds: 600 },
          termination_wait_in_seconds: 600,
          maximum_execution_timeout_in_seconds: 3 * 600 + 600 + 900,
        },
      },
    });
  });

  test("ends the apply where SageMaker took it back, before what serves is destroyed", () => {
    expect(part("sagemaker_endpoint", "recommendations_endpoint")["lifecycle"]).toMatchObject({
      postcondition: [
        {
          condition:
            "${(self.endpoint_config_name == aws_sagemaker_endpoint_configuration.recommendations_endpoint_configuration.name)}",
        },
      ],
    });
  });

  test("an alarm counts what got no answer, and knows that SageMaker's times are microseconds", () => {
    const answered = part("cloudwatch_metric_alarm", "recommendations_rollout_answered");
    const expressions = (answered["metric_query"] as Record<string, unknown>[]).flatMap((query) =>
      "expression" in query ? [`${String(query["id"])} = ${String(query["expression"])}`] : [],
    );
    expect(expressions.slice(0, 2)).toEqual([
      "lost = FILL(unanswered, 0) - FILL(wrong, 0)",
      "bad = IF(lost > FILL(failed, 0), lost, FILL(failed, 0))",
    ]);
    expect(JSON.stringify(answered)).toContain(
      '"dimensions":{"EndpointName":"dev-infer-c01-recommendations","VariantName":"live"}',
    );
    const fast = part("cloudwatch_metric_alarm", "recommendations_rollout_fast");
    expect(JSON.stringify(fast)).toContain("IF(FILL(level, 0) > 200000, 1, 0)");
  });
});

describe("what is asynchronous", () => {
  test("answers into its store under the store's key, and failures beside", () => {
    expect(
      part("sagemaker_endpoint_configuration", "forecasts_endpoint_configuration")[
        "async_inference_config"
      ],
    ).toEqual({
      output_config: {
        s3_output_path: "s3://${aws_s3_bucket.forecasts_answers.bucket}/output/",
        s3_failure_path: "s3://${aws_s3_bucket.forecasts_answers.bucket}/failures/",
        kms_key_id: "${aws_kms_key.forecasts_data_key.arn}",
      },
    });
  });

  test("tells topics, and gives an instance so many questions at a time, where it is declared", () => {
    const topic = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;
    const { json } = cellOf({
      ...SERVED,
      services: [
        {
          ...FORECASTS,
          workload: {
            ...FORECASTS.workload,
            serve: {
              ...FORECASTS.workload.serve,
              concurrency: 4,
              notify: { success: topic("done"), error: topic("failed") },
            },
          },
        },
      ],
    });
    const configuration = part(
      "sagemaker_endpoint_configuration",
      "forecasts_endpoint_configuration",
      json,
    );
    expect(configuration["async_inference_config"]).toMatchObject({
      client_config: { max_concurrent_invocations_per_instance: 4 },
      output_config: {
        notification_config: { success_topic: topic("done"), error_topic: topic("failed") },
      },
    });
    const policy = part("iam_role_policy", "forecasts_endpoint_role_grants", json)["policy"];
    expect(statements(String(policy)).find(({ Sid }) => Sid === "TellTopics")).toMatchObject({
      Action: "sns:Publish",
      Resource: [topic("done"), topic("failed")],
    });
  });

  test("scales to none by its backlog, and from none by an alarm of its own", () => {
    expect(part("appautoscaling_target", "forecasts_scaling")).toMatchObject({ min_capacity: 0 });
    expect(part("appautoscaling_policy", "forecasts_scaling_backlog")).toMatchObject({
      target_tracking_scaling_policy_configuration: {
        target_value: 5,
        customized_metric_specification: {
          ...{ namespace: "AWS/SageMaker", metric_name: "ApproximateBacklogSizePerInstance" },
        },
      },
    });
    expect(part("appautoscaling_policy", "forecasts_scaling_first")).toMatchObject({
      policy_type: "StepScaling",
      step_scaling_policy_configuration: {
        adjustment_type: "ChangeInCapacity",
        step_adjustment: [{ metric_interval_lower_bound: "0", scaling_adjustment: 1 }],
      },
    });
    expect(part("cloudwatch_metric_alarm", "forecasts_scaling_waiting")).toMatchObject({
      ...{ metric_name: "HasBacklogWithoutCapacity", threshold: 1, evaluation_periods: 2 },
      comparison_operator: "GreaterThanOrEqualToThreshold",
      alarm_actions: ["${aws_appautoscaling_policy.forecasts_scaling_first.arn}"],
    });
  });
});

test("what is serverless stands in no network and scales by itself", () => {
  const model = part("sagemaker_model", "spam_endpoint_model");
  expect(model).not.toHaveProperty("vpc_config");
  expect(model).not.toHaveProperty("enable_network_isolation");
  expect(
    part("sagemaker_endpoint_configuration", "spam_endpoint_configuration")["production_variants"],
  ).toEqual([
    {
      variant_name: "live",
      model_name: "${aws_sagemaker_model.spam_endpoint_model.name}",
      serverless_config: {
        ...{ memory_size_in_mb: 2_048, max_concurrency: 20, provisioned_concurrency: 2 },
      },
    },
  ]);
  expect(cell.resource?.["aws_appautoscaling_target"]).not.toHaveProperty("spam_scaling");
});

describe("rights", () => {
  test("an endpoint reads its model, pulls its image and watches its alarms, and nothing else", () => {
    expect(said("recommendations_endpoint_role_grants", "ReadModel")).toMatchObject({
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::${aws_s3_bucket.recommendations_models.bucket}/ranker/7/model.tar.gz",
    });
    expect(said("recommendations_endpoint_role_grants", "PullImages")).toMatchObject({
      Resource: "arn:aws:ecr:us-east-1:763104351884:repository/pytorch-inference",
    });
    expect(said("recommendations_endpoint_role_grants", "UseBucketKey")).toMatchObject({
      Action: "kms:Decrypt",
      Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
    });
    expect(said("recommendations_endpoint_role_grants", "WatchAlarms")).toMatchObject({
      Action: "cloudwatch:DescribeAlarms",
    });
    expect(said("recommendations_endpoint_role_grants", "WriteAnswers")).toBeUndefined();
    expect(said("spam_endpoint_role_grants", "StandInNetwork")).toBeUndefined();
  });

  test("what is asynchronous reads questions and writes answers", () => {
    expect(said("forecasts_endpoint_role_grants", "ReadModel")?.Resource).toEqual([
      "arn:aws:s3:::${aws_s3_bucket.forecasts_models.bucket}/sales/3/model.tar.gz",
      "arn:aws:s3:::${aws_s3_bucket.forecasts_answers.bucket}/input/*",
    ]);
    expect(said("forecasts_endpoint_role_grants", "WriteAnswers")).toMatchObject({
      Action: "s3:PutObject",
      Resource: [
        "arn:aws:s3:::${aws_s3_bucket.forecasts_answers.bucket}/output/*",
        "arn:aws:s3:::${aws_s3_bucket.forecasts_answers.bucket}/failures/*",
      ],
    });
  });

  test("who asks may ask the exact endpoint, and finds it by its name", () => {
    const asker = "orders_processor_grants";
    expect(said(asker, "AskRecommendations")).toMatchObject({
      Action: "sagemaker:InvokeEndpoint",
      Resource:
        "arn:aws:sagemaker:us-east-1:123456789012:endpoint/${aws_sagemaker_endpoint.recommendations_endpoint.name}",
    });
    expect(said(asker, "AskForecasts")).toMatchObject({
      Action: "sagemaker:InvokeEndpointAsync",
      Resource:
        "arn:aws:sagemaker:us-east-1:123456789012:endpoint/${aws_sagemaker_endpoint.forecasts_endpoint.name}",
    });
    expect(said(asker, "PutQuestionsForecasts")).toMatchObject({
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::${aws_s3_bucket.forecasts_answers.bucket}/input/*",
    });
    expect(said(asker, "ReadAnswersForecasts")).toMatchObject({ Action: "s3:GetObject" });
    expect(said(asker, "AskSpam")).toBeUndefined();
    const { environment } = part("lambda_function", "orders_processor") as {
      environment: { variables: Record<string, string> };
    };
    expect(environment.variables).toMatchObject({
      RECOMMENDATIONS_ENDPOINT: "${aws_sagemaker_endpoint.recommendations_endpoint.name}",
      FORECASTS_ENDPOINT: "${aws_sagemaker_endpoint.forecasts_endpoint.name}",
      FORECASTS_ENDPOINT_BUCKET: "${aws_s3_bucket.forecasts_answers.bucket}",
    });
    expect(environment.variables).not.toHaveProperty("SPAM_ENDPOINT");
  });
});

test("an endpoint of production is not destroyed by Terraform", () => {
  const { json } = cellOf(SERVED_PRODUCTION);
  expect(part("sagemaker_endpoint", "recommendations_endpoint", json)["lifecycle"]).toMatchObject({
    prevent_destroy: true,
  });
  expect(part("sagemaker_endpoint", "recommendations_endpoint")["lifecycle"]).not.toHaveProperty(
    "prevent_destroy",
  );
});

test("the bootstrap stack keeps images of those that have some of their own", () => {
  const bootstrap = synthesizeAll([SERVED]).find(({ id }) => id === "dev-infer-bootstrap");
  expect(Object.keys(bootstrap?.json.resource?.["aws_ecr_repository"] ?? {})).toEqual([
    "forecasts_images",
    "spam_images",
  ]);
});

test("a pipeline may make all of it, and what its services' roles may do has a bound", () => {
  const piped = { ...SERVED, pipeline: GITHUB, services: [ASKING, ...SERVED.services.slice(1)] };
  const bootstrap = synthesizeAll([piped]).find(({ id }) => id === "dev-infer-bootstrap");
  const text = JSON.stringify(bootstrap?.json.resource?.["aws_iam_policy"]).replaceAll("\\", "");
  for (const expected of [
    "sagemaker:CreateEndpoint",
    "sagemaker:InvokeEndpointAsync",
    // Application Auto Scaling asks it of whoever registers what it scales.
    "sagemaker:UpdateEndpointWeightsAndCapacities",
    "arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/dev-infer-c01-*",
    "arn:aws:sagemaker:us-east-1:123456789012:endpoint/dev-infer-c01-*",
    "arn:aws:sagemaker:us-east-1:123456789012:model/*",
    "log-group:/aws/sagemaker/Endpoints/dev-infer-c01-*",
    "sagemaker.application-autoscaling.amazonaws.com",
  ])
    expect(text).toContain(expected);
});

test.each([
  [SERVED.name, SERVED],
  [SERVED_PRODUCTION.name, SERVED_PRODUCTION],
])("the gate passes the stacks of %s", async (_, environment) => {
  const files = synthesizeAll([environment as AwsEnvironment]).map(({ id, json }) => ({
    name: `${id}.tf.json`,
    bytes: Buffer.from(JSON.stringify(json)),
  }));
  const verdict = await judge(files, {
    ...{ now: new Date(0), stage: "synth", undetermined: "warn" },
  });
  expect(verdict).toMatchObject({ verdict: "pass", findings: [] });
});
