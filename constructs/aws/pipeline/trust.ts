import { AUDIENCE } from "../../../model/pipeline";
import { iamArn, type Location } from "../arn";
import { oneOrMany } from "../policy";

/** Who may take a role: jobs whose token was made for AWS and has one of these subjects. */
export function trustOf(issuer: string, subjects: readonly string[], location: Location): string {
  const exact = subjects.every((subject) => !subject.includes("*"));
  const claims = { [`${issuer}:aud`]: AUDIENCE };
  const subject = { [`${issuer}:sub`]: oneOrMany(subjects) };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: iamArn(location, `oidc-provider/${issuer}`) },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: exact
          ? { StringEquals: { ...claims, ...subject } }
          : { StringEquals: claims, StringLike: subject },
      },
    ],
  });
}
