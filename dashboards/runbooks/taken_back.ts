import { burnAlarms } from "../../model/rollout/burn_alarms";
import type { Service } from "../../model/service";

/** What takes a new version back by itself, in a sentence; nothing where the service declares no rollout. */
export function takenBack(service: Service, by: string): string[] {
  const names = burnAlarms(service).map(({ name }) => `\`${name}\``);
  if (names.length === 0) return [];
  const ring = names.length === 1 ? `${names[0]} rings` : `one of ${names.join(", ")} rings`;
  return [`A rollout that is under way is taken back by ${by} itself when ${ring}.`, ""];
}
