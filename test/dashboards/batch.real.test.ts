import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../dashboards";
import { files as named, OVERDUE_RULES, overdueAlertName } from "../../model/names";
import { settle } from "../../model/settle";
import { toolPath } from "../../tools/find";
import { JOBS } from "../constructs/support/batch";

const { files } = renderObservability(settle(JOBS));
const folder = mkdtempSync(join(tmpdir(), "plinth-overdue-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

test("the exporter asks for what became of the jobs of each service, under its name", () => {
  expect(text("exporters/yace.yaml")).toMatch(
    /- name: dev-jobs-c01-nightly-training-jobs-succeeded\n\s+namespace: Plinth\/Batch[^]*?- name: dev-jobs-c01-nightly-training-jobs-failed\n\s+namespace: Plinth\/Batch/,
  );
  expect(text("exporters/prometheus-scrape.yaml")).toMatch(
    /regex: aws_plinth_batch_\.\+_jobs_failed_sum\n\s+target_label: __name__\n\s+replacement: aws_plinth_batch_jobs_failed_sum/,
  );
});

test("the board shows how many jobs of a day ended well and how many failed", () => {
  const { panels } = JSON.parse(text("grafana/dashboards/dev-jobs-nightly-training.json")) as {
    readonly panels: readonly {
      readonly title: string;
      readonly targets?: readonly { readonly expr: string }[];
    }[];
  };
  const { targets = [] } = panels.find(({ title }) => title === "Jobs of a day")!;
  expect(targets.map(({ expr }) => expr)).toEqual(
    ["succeeded", "failed"].map((how) =>
      expect.stringMatching(
        new RegExp(
          `sum_over_time\\(aws_plinth_batch_jobs_${how}_sum\\{.*name=~"\\$environment-\\$cell-nightly-training-jobs-${how}".*\\[1d\\]`,
        ),
      ),
    ),
  );
});

test("a runbook says which job failed and why, starts it again and stops it", () => {
  const runbook = text("runbooks/nightly-training-done-error-budget-burn.md");
  const queue = "dev-jobs-c01-nightly-training";
  for (const line of [
    `aws batch list-jobs --region us-east-1 --job-queue ${queue} --job-status FAILED`,
    "aws batch describe-jobs --region us-east-1 --jobs JOB",
    `aws batch submit-job --region us-east-1 --job-name again --job-queue ${queue} --job-definition ${queue}`,
    "aws batch terminate-job --region us-east-1 --job-id JOB --reason 'Not wanted.'",
  ])
    expect(runbook).toContain(line);
  expect(text("runbooks/nightly-training-done-metric-absent.md")).toContain(
    "aws logs tail /aws/events/dev-jobs-c01-nightly-training --region us-east-1 --since 2d",
  );
});

test("the picture leads from the schedule to the queue and its jobs", () => {
  const picture = text("diagram.md");
  for (const part of ["nightly", "1 GPU, 4 CPU, 14336 MiB", "g5 or g6, spot", "first come"])
    expect(picture).toContain(part);
});

describe("a job that is overdue", () => {
  const alert = overdueAlertName("nightly-training");

  test("has a ticket and a runbook, where a deadline is declared", () => {
    expect(alert).toBe("NightlyTrainingJobOverdue");
    expect(text(named.rules(OVERDUE_RULES)).match(/- alert: (.*)/g)).toEqual([`- alert: ${alert}`]);
    expect(text(named.runbook(alert))).toContain(
      "aws scheduler get-schedule --region us-east-1 --group-name dev-jobs-c01-nightly-training-schedules --name nightly",
    );
  });

  test("is told when the last success is as long ago, which promtool proves", () => {
    for (const path of [named.rules(OVERDUE_RULES), named.ruleTests(OVERDUE_RULES)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text(path));
    }
    const said = execFileSync(
      toolPath("promtool"),
      ["test", "rules", join(folder, named.ruleTests(OVERDUE_RULES))],
      { encoding: "utf8" },
    );
    expect(said).toContain("SUCCESS");
  });
});
