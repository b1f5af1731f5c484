import { namedIn, type Scope } from "./reach";

export const SECRET_SCOPES = {
  /** By their names, which AWS ends with six characters of its own. */
  secrets: { resources: namedIn("secretsmanager", "secret:") },
} as const satisfies Readonly<Record<string, Scope>>;
