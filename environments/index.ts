import type { EnvironmentDeclaration } from "../model/environment";
import { dev } from "./dev";
import { devGcp } from "./dev-gcp";
import { prod } from "./prod";

/** Every environment, in the order in which they are built and shown. */
export const environments: readonly EnvironmentDeclaration[] = [dev, prod, devGcp];
