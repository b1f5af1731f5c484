import { stackId } from "../../model/names";
import type { AwsEnvironment } from "../../model/environment";
import type { App } from "../tf";
import { AwsBootstrapStack } from "./aws_bootstrap_stack";
import { AwsCellStack } from "./aws_cell_stack";
import { AwsObservabilityStack } from "./aws_observability_stack";
import type { PlatformStack } from "./platform_stack";
import type { StacksProps } from "./stacks_props";

/** The stacks of an AWS environment that hold anything: bootstrap first, then what watches, then the cells in order. */
export function awsStacks(app: App, { environment, code, watch }: StacksProps): PlatformStack[] {
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
  const observability =
    watch.aws === undefined
      ? []
      : [
          new AwsObservabilityStack(app, stackId(environment.name, "observability"), {
            ...{ environment, declaration, rules: watch.aws },
          }),
        ];
  return [bootstrap, ...observability, ...cells];
}
