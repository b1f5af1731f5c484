import { renderObservability } from "../../dashboards";
import { settle } from "../../model/settle";
import { SERVED } from "../constructs/support/inference";

const { files } = renderObservability(settle(SERVED));

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const panelsOf = (service: string): readonly Panel[] =>
  (
    JSON.parse(text(`grafana/dashboards/dev-infer-${service}.json`)) as {
      readonly panels: readonly Panel[];
    }
  ).panels;

const seriesOf = (service: string, title: string): (string | undefined)[] =>
  (panelsOf(service).find((panel) => panel.title === title)?.targets ?? []).map(
    ({ expr }) => /aws_[a-z0-9_]+/.exec(expr)?.[0],
  );

test("the board of an endpoint shows what is asked, how it is answered and what that takes", () => {
  expect(seriesOf("recommendations", "Requests")).toEqual([
    "aws_sagemaker_invocations_sum",
    "aws_sagemaker_invocation_model_errors_sum",
  ]);
  expect(seriesOf("recommendations", "Errors of the model")).toEqual([
    "aws_sagemaker_invocation4_xxerrors_sum",
    "aws_sagemaker_invocation5_xxerrors_sum",
  ]);
  expect(seriesOf("recommendations", "Model latency")).toEqual([
    "aws_sagemaker_model_latency_p50",
    "aws_sagemaker_model_latency_p95",
    "aws_sagemaker_model_latency_p99",
  ]);
  expect(seriesOf("recommendations", "CPU and memory")).toEqual([
    "aws_sagemaker_endpoints_cpuutilization_average",
    "aws_sagemaker_endpoints_memory_utilization_average",
  ]);
  expect(seriesOf("recommendations", "GPU")).toEqual([]);
});

test("that of an asynchronous one shows its backlog, and the GPUs of its instances", () => {
  expect(seriesOf("forecasts", "Questions")).toEqual([
    "aws_sagemaker_invocations_processed_sum",
    "aws_sagemaker_invocation_failures_sum",
    "aws_sagemaker_expired_requests_sum",
  ]);
  expect(seriesOf("forecasts", "Backlog")).toEqual([
    "aws_sagemaker_approximate_backlog_size_maximum",
    "aws_sagemaker_has_backlog_without_capacity_maximum",
  ]);
  expect(seriesOf("forecasts", "GPU")).toEqual([
    "aws_sagemaker_endpoints_gpuutilization_average",
    "aws_sagemaker_endpoints_gpumemory_utilization_average",
  ]);
  expect(seriesOf("forecasts", "Requests")).toEqual([]);
});

test("the exporter finds endpoints by their tags, and their instances too", () => {
  const yace = text("exporters/yace.yaml");
  expect(yace).toMatch(
    /type: AWS\/SageMaker[^]*?dimensionNameRequirements:\n\s+- EndpointName\n\s+- VariantName/,
  );
  expect(yace).toContain("type: /aws/sagemaker/Endpoints");
});

test("a rule of latency knows that SageMaker's times are microseconds", () => {
  expect(text("prometheus/rules/recommendations.yaml")).toMatch(
    /aws_sagemaker_model_latency_p99[^]*?> bool 200000/,
  );
});

test("a runbook shows what serves, makes it more and puts the one before back", () => {
  const runbook = text("runbooks/recommendations-answered-error-budget-burn.md");
  for (const line of [
    "aws sagemaker describe-endpoint --region us-east-1 --endpoint-name dev-infer-c01-recommendations --query",
    "aws application-autoscaling describe-scaling-activities --region us-east-1 --service-namespace sagemaker --resource-id endpoint/dev-infer-c01-recommendations/variant/live --max-items 5",
    "--scalable-dimension sagemaker:variant:DesiredInstanceCount --min-capacity 6 --max-capacity 12",
    "aws sagemaker update-endpoint --region us-east-1 --endpoint-name dev-infer-c01-recommendations --endpoint-config-name CONFIGURATION",
    "is taken back by SageMaker itself when one of `dev-infer-c01-recommendations-answered-burn`, `dev-infer-c01-recommendations-fast-burn` rings",
  ])
    expect(runbook).toContain(line);
});

test("and takes a rollout that is under way back by an alarm, since SageMaker changes no endpoint meanwhile", () => {
  const ring =
    "aws cloudwatch set-alarm-state --region us-east-1 --alarm-name dev-infer-c01-recommendations-answered-burn --state-value ALARM --state-reason rollback";
  expect(text("runbooks/recommendations-answered-error-budget-burn.md")).toContain(
    [
      "While a rollout is under way SageMaker takes no other change. Let an alarm ring instead, and it takes the rollout back; CloudWatch soon sets the alarm right, so do it again while `EndpointStatus` is `Updating` and nothing happens.",
      ...["", "```sh", ring, "```", ""],
    ].join("\n"),
  );
  const forecasts = text("runbooks/forecasts-done-error-budget-burn.md");
  expect(forecasts).not.toContain("set-alarm-state");
  expect(forecasts).toContain(
    "Faster, where the configuration of before is still there, and only while the endpoint is `InService`: point it back.",
  );
});

test("the picture leads from who asks to the endpoint, and from the store to it", () => {
  const picture = text("diagram.md");
  for (const part of ["ml.c7i.large", "the model", "answers", "2048 MiB"])
    expect(picture).toContain(part);
});
