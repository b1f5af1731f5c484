import type { Location } from "../arn";

/**
 * Who takes a role: one service of AWS. For one that works for the role's own account alone, or that is not said to name its source.
 *
 * @param service - such as `lambda.amazonaws.com`
 */
export const takenBy = (service: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });

/**
 * Who takes a role: one service of AWS, which works for many accounts, and only for what is ours.
 *
 * @param service - such as `ecs-tasks.amazonaws.com`
 * @param source - ARNs of what it may act for
 */
export const takenFor = (
  service: string,
  location: Location,
  source: string | readonly string[],
): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": location.account },
          ArnLike: { "aws:SourceArn": source },
        },
      },
    ],
  });
