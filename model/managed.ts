import type { ObjectiveDeclaration } from "./declaration";
import type { EnvironmentDeclaration } from "./environment";
import { budgetingOf } from "./indicators/budgeting";
import { show, type Problem } from "./problems";

/**
 * What Cloud Monitoring's alert policies cannot say: they have one query each, no records, and no windows in which they
 * are silent.
 */
export function unmanageable(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "google" || environment.managedAlerting === undefined) return [];
  const { name, services, maintenance } = environment;
  return [
    ...silenceProblem(`${name}.maintenance`, maintenance),
    ...services.flatMap((service) => [
      ...silenceProblem(`${service.name}.maintenance`, service.maintenance),
      ...service.objectives.flatMap((objective, index) =>
        indicatorProblem(`${service.name}.objectives[${index}]`, objective, name),
      ),
    ]),
  ];
}

function silenceProblem(path: string, windows: readonly unknown[] = []): Problem[] {
  if (windows.length === 0) return [];
  const message = `expected none where Cloud Monitoring alerts, whose policies are silent only while somebody snoozes them, got ${windows.length}; leave out managedAlerting to alert by Alertmanager`;
  return [{ path, message }];
}

function indicatorProblem(
  path: string,
  objective: ObjectiveDeclaration,
  environment: string,
): Problem[] {
  if (objective.sli === "freshness") return [];
  if (objective.sli === "success" && budgetingOf(objective) === "requests") return [];
  const got = objective.sli === "success" ? "success by time slices" : objective.sli;
  const message = `expected "success" by requests or "freshness" where Cloud Monitoring alerts (${environment}), got ${show(got)}; leave out managedAlerting to alert by Prometheus's rules`;
  return [{ path: `${path}.sli`, message }];
}
