import { renderObservability } from "../../dashboards";
import { settle } from "../../model/settle";
import { WORKED } from "../constructs/support/workflow";

const { files } = renderObservability(settle(WORKED));

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(text("grafana/dashboards/dev-flow-fulfilment.json")) as {
  readonly panels: readonly Panel[];
};

const seriesOf = (title: string): (string | undefined)[] =>
  (panels.find((panel) => panel.title === title)?.targets ?? []).map(
    ({ expr }) => /aws_[a-z0-9_]+/.exec(expr)?.[0],
  );

test("the board of a workflow shows how executions begin, end and how long they take", () => {
  expect(seriesOf("Executions")).toEqual([
    "aws_states_executions_started_sum",
    "aws_states_executions_succeeded_sum",
  ]);
  expect(seriesOf("Failed executions")).toEqual([
    "aws_states_executions_failed_sum",
    "aws_states_executions_timed_out_sum",
    "aws_states_executions_aborted_sum",
  ]);
  expect(seriesOf("Execution time")).toEqual([
    "aws_states_execution_time_p50",
    "aws_states_execution_time_p95",
    "aws_states_execution_time_p99",
  ]);
  expect(panels.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Workflow", "Queue", "Steps", "Dead letters"]),
  );
});

test("the exporter finds a state machine by its tags, and tells it by its name", () => {
  const yace = text("exporters/yace.yaml");
  expect(yace).toMatch(/type: AWS\/States[^]*?dimensionNameRequirements:\n\s+- StateMachineArn/);
  expect(yace).toMatch(/AWS\/States:\n\s+- service\n\s+- environment\n\s+- Name/);
});

test("a runbook shows which execution failed and where, and goes on from there", () => {
  const runbook = text("runbooks/fulfilment-done-error-budget-burn.md");
  const machine = "arn:aws:states:us-east-1:123456789012:stateMachine:dev-flow-c01-fulfilment";
  for (const line of [
    `aws stepfunctions list-executions --region us-east-1 --state-machine-arn ${machine} \\`,
    "aws stepfunctions get-execution-history --region us-east-1 --execution-arn EXECUTION --reverse-order --max-items 10",
    "aws stepfunctions redrive-execution --region us-east-1 --execution-arn EXECUTION",
    "aws stepfunctions stop-execution --region us-east-1 --execution-arn EXECUTION",
    "aws sqs start-message-move-task --region us-east-1 \\",
  ])
    expect(runbook).toContain(line);
});

test("the picture leads from the queue to the workflow and its steps", () => {
  const picture = text("diagram.md");
  for (const part of ["3 steps, 2 compensations", "an execution each", "each step"])
    expect(picture).toContain(part);
});
