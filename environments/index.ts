import type { EnvironmentDeclaration } from "../model/environment";
import { dev } from "./dev";
import { devGcp } from "./dev-gcp";
import { prod } from "./prod";

/**
 * Wasm of a team's own rules beside those of Plinth, from the repository's root: what `plinth policy build`
 * wrote. Undefined: Plinth's are all.
 */
export const policy: string | undefined = undefined;

/** Every environment, in the order in which they are built and shown. */
export const environments: readonly EnvironmentDeclaration[] = [dev, prod, devGcp];
