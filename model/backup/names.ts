import { stackId } from "../names";

/** Names of a cell's vault on AWS, and of what fills it and brings back from it. */
export function awsBackupNames(environment: string, cell: string) {
  const stack = stackId(environment, cell);
  const base = `${stack}-backup`;
  return {
    ...{ vault: base, plan: base, selection: base, role: base, keyAlias: `alias/${base}` },
    /** `from` and `to` are patterns: what is brought back stands beside what stands, and never over it. */
    restore: { role: `${stack}-restore`, from: `${stack}-*`, to: `${stack}-*-restored` },
  };
}
