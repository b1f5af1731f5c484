import { awsNames } from "../../../model/names";
import { functionArn } from "../arn";
import { namedIn, regional, type Scope } from "./reach";

export const SECRET_SCOPES = {
  /** AWS names them, and gives their id: tagged for ECS, which asks no other. */
  certificateAuthorities: { resources: regional("acm-pca", "certificate-authority/*") },
  /** What ECS makes for services that speak TLS. */
  connectSecrets: { resources: regional("secretsmanager", "secret:ecs-sc!*") },
  /** By their whole names, which AWS ends with six characters of its own. */
  generatedSecrets: {
    resources: (reach) =>
      reach.generatedSecrets.flatMap((name) =>
        regional("secretsmanager", `secret:${name}-??????`)(reach),
      ),
  },
  /** Those that give secrets another value, and no others. */
  rotationFunctions: {
    resources: ({ environment, location }) => [
      functionArn(location, awsNames({ environment, cell: "*", name: "*" }).rotation("*").function),
    ],
  },
  /** Keys of the environment, through Secrets Manager alone. */
  secretKeys: {
    resources: regional("kms", "key/*"),
    conditions: ({ environment, location: { region } }) => ({
      StringEquals: {
        "aws:ResourceTag/environment": environment,
        "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
      },
    }),
  },
  /** By their names, which AWS ends with six characters of its own. */
  secrets: { resources: namedIn("secretsmanager", "secret:") },
} as const satisfies Readonly<Record<string, Scope>>;
