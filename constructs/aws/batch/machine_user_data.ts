const BOUNDARY = "==PLINTH==";

/**
 * What the agent of ECS on a machine is told beside what Batch tells it: logs are written with the rights of what starts a job, and not with
 * those of the machine; and what a job had on the disk goes minutes after the job, not three hours. In the form in which Batch takes it,
 * which adds its own.
 *
 * @returns in Base64, as a launch template takes it
 * @see https://docs.aws.amazon.com/batch/latest/userguide/launch-templates.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html
 */
export const machineUserData = (): string =>
  Buffer.from(
    [
      "MIME-Version: 1.0",
      `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
      "",
      `--${BOUNDARY}`,
      'Content-Type: text/x-shellscript; charset="us-ascii"',
      "",
      "#!/bin/bash",
      "cat >> /etc/ecs/ecs.config <<'END'",
      "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true",
      "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION=10m",
      "END",
      "",
      `--${BOUNDARY}--`,
      "",
    ].join("\n"),
  ).toString("base64");
