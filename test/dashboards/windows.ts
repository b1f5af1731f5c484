import { renderObservability } from "../../dashboards";
import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { WINDOW_DAYS } from "../../model/burn";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { orders } from "../../environments/services/orders";
import type { BudgetWindow, ObjectiveDeclaration, ObjectiveWindow } from "../../model/declaration";
import { settle, type Environment } from "../../model/settle";

export const OBJECTIVE_WINDOWS = Object.keys(WINDOW_DAYS) as ObjectiveWindow[];

const PROMISED = ["success", "freshness"] as const;

type Targets = Readonly<Record<(typeof PROMISED)[number], number>>;

/** `dev` or `dev-gcp` with one service that promises both things over each window: `success-7d`, `freshness-7d` … */
export function environmentOfWindows<W extends BudgetWindow = ObjectiveWindow>(
  name: "dev" | "dev-gcp",
  targets: (window: W) => Targets,
  windows: readonly W[] = OBJECTIVE_WINDOWS as readonly BudgetWindow[] as readonly W[],
): Environment {
  const objectives = windows.flatMap((window): ObjectiveDeclaration[] =>
    PROMISED.map((sli) => ({
      ...orders.objectives.find((one) => one.sli === sli)!,
      name: `${sli}-${window}`,
      target: targets(window)[sli],
      window,
    })),
  );
  return settle({
    ...(name === "dev" ? dev : devGcp),
    services: [{ ...orders, objectives }],
  });
}

export const slosOfAll = (environment: Environment): Slo[] =>
  environment.services.flatMap((service) => slosOf(service, environment));

export const filesByPath = (environment: Environment): ReadonlyMap<string, string> =>
  new Map(renderObservability(environment).files.map(({ path, text }) => [path, text]));
