import type { GoogleEnvironment } from "../../model/environment";
import { stackId } from "../../model/names";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { CodeAsset } from "../code_asset";
import type { App } from "../tf";
import { GoogleBootstrapStack } from "./google_bootstrap_stack";
import { GoogleCellStack } from "./google_cell_stack";
import type { PlatformStack } from "./platform_stack";

/** The stacks of a Google environment that hold anything: bootstrap first, then the cells in order. */
export function googleStacks(
  app: App,
  { environment, code }: { environment: Environment; code: (service: Service) => CodeAsset },
): PlatformStack[] {
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
  return [bootstrap, ...cells];
}
