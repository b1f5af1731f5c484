import type { GoogleEnvironment } from "../../model/environment";
import { stackId } from "../../model/names";
import type { Environment } from "../../model/settle";
import type { App } from "../tf";
import { GoogleBootstrapStack } from "./google_bootstrap_stack";
import { GoogleCellStack } from "./google_cell_stack";
import { GoogleObservabilityStack } from "./google_observability_stack";
import type { PlatformStack } from "./platform_stack";
import type { StacksProps, Watch } from "./stacks_props";

/** The stacks of a Google environment that hold anything: bootstrap first, then what watches, then the cells in order. */
export function googleStacks(app: App, { environment, code, watch }: StacksProps): PlatformStack[] {
  const declaration = environment.declaration as GoogleEnvironment;
  const bootstrap = new GoogleBootstrapStack(app, stackId(environment.name, "bootstrap"), {
    environment,
    declaration,
  });
  const cells = environment.cells.map(
    (cell) =>
      new GoogleCellStack(app, stackId(environment.name, cell), {
        declaration,
        services: environment.services.filter((service) => service.cell === cell),
        code,
      }),
  );
  return [bootstrap, ...observability(app, { environment, declaration, watch }), ...cells];
}

function observability(
  app: App,
  props: { environment: Environment; declaration: GoogleEnvironment; watch: Watch },
): PlatformStack[] {
  const { environment, declaration, watch } = props;
  if (watch.google === undefined || declaration.managedAlerting === undefined) return [];
  return [
    new GoogleObservabilityStack(app, stackId(environment.name, "observability"), {
      ...{ environment, declaration },
      channels: declaration.managedAlerting,
      policies: watch.google,
    }),
  ];
}
