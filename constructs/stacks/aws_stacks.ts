import { stackId } from "../../model/names";
import type { AwsEnvironment } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { CodeAsset } from "../code_asset";
import type { App } from "../tf";
import { AwsBootstrapStack } from "./aws_bootstrap_stack";
import { AwsCellStack } from "./aws_cell_stack";
import type { PlatformStack } from "./platform_stack";

/** The stacks of an AWS environment that hold anything: bootstrap first, then the cells in order. */
export function awsStacks(
  app: App,
  { environment, code }: { environment: Environment; code: (service: Service) => CodeAsset },
): PlatformStack[] {
  const declaration = environment.declaration as AwsEnvironment;
  const bootstrap = new AwsBootstrapStack(app, stackId(environment.name, "bootstrap"), {
    environment,
    declaration,
  });
  const cells = environment.cells.map(
    (cell) =>
      new AwsCellStack(app, stackId(environment.name, cell), {
        environment,
        declaration,
        services: environment.services.filter((service) => service.cell === cell),
        code,
      }),
  );
  return [bootstrap, ...cells];
}
