import { environments } from "../environments";
import type { EnvironmentDeclaration } from "../model/environment";
import type { SourceLines } from "../model/service";
import { settle, settleAll, type Environment } from "../model/settle";
import { readTables } from "./cells/file";
import { readContracts } from "./contracts/files/read";
import { repositoryRoot } from "./repository";

/**
 * Every environment, checked and settled, with what its services' contracts hold.
 *
 * @param sources - lines of each service's declaration, by the service's name
 * @throws DeclarationError with the problems of all of them together
 */
export const settledEnvironments = (
  sources: Readonly<Record<string, SourceLines>> = {},
): Environment[] =>
  settleAll(
    environments,
    sources,
    readContracts(repositoryRoot, environments),
    readTables(repositoryRoot, environments),
  );

/** One environment, as {@link settledEnvironments} has it. */
export const settledEnvironment = (declaration: EnvironmentDeclaration): Environment =>
  settle(
    declaration,
    {},
    readContracts(repositoryRoot, [declaration]),
    readTables(repositoryRoot, [declaration]),
  );
