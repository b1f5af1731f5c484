import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { IDLE_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import type { RuleGroup } from "../slo/rule_file";
import { idleRules, JUDGED_EVERY, watchedByAlert } from "./idle";
import { idleCases } from "./idle_tests";
import type { TicketFile } from "./ticket_file";

/** A group for each name: a ticket reads its record. */
const idleGroups = (environment: Environment): RuleGroup[] =>
  watchedByAlert(environment).map(([, resources]) => ({
    name: nameIn(
      cellOfView(environment),
      `idle-${environment.name}-${resources[0]?.labels["service"] ?? ""}`,
    ),
    interval: formatDuration(JUDGED_EVERY),
    rules: resources.flatMap(idleRules),
  }));

/** None where nobody is told of what nobody uses. */
export const idleFile: TicketFile = {
  name: IDLE_RULES,
  says: "Tickets on what nobody uses (docs/cost.md).",
  groups: idleGroups,
  cases: idleCases,
  interval: "1h",
};
