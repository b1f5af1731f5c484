import type { EnvironmentDeclaration } from "../environment";
import type { Problem } from "../problems";
import { settleRules } from "./backup";

/** What an environment's backups mean to one another and to its stage. */
export function backupProblems(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "aws") return [];
  const { name, stage, backup } = environment;
  if (backup === undefined || backup === "none") return [];
  const at = (field: string, message: string): Problem[] => [
    { path: `${name}.backup${field}`, message },
  ];
  const [first, second] = settleRules(backup);
  return [
    ...(first === undefined
      ? at("", 'expected a copy of each day or of each month, got neither; say "none" in its place')
      : []),
    ...(first && second && second.keepDays <= first.keepDays
      ? at(
          ".monthly",
          `expected more than the "${first.keepDays}d" of a day's copy, which outlives it otherwise, got "${second.keepDays}d"`,
        )
      : []),
    ...(backup.lock === "compliance" && stage === "development"
      ? at(
          ".lock",
          `expected "governance" or "none" in an environment of development (${name}), which is removed one day: what is kept by "compliance" nobody can delete, got "compliance"`,
        )
      : []),
  ];
}
