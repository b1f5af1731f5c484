import type { Location } from "../arn";
import { oneOrMany } from "../policy";

/**
 * Who takes a role: services of AWS, mostly one. For those that work for the role's own account alone, or that are not said to name their source.
 *
 * @param services - such as `lambda.amazonaws.com`
 */
export const takenBy = (...services: readonly string[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: oneOrMany(services) }, Action: "sts:AssumeRole" },
    ],
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
