import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Contract, Contracts } from "../../../model/contracts/contracts";
import { protosOf } from "../../../model/contracts/grpc";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOfShape } from "../../../model/settle";
import { readProto } from "./proto";
import { readSchema } from "./schema";

/**
 * What the files hold from which resources follow: schemas of GraphQL, and `.proto` files of container services that speak
 * gRPC. One that is no file is left out, and its declaration is then wrong.
 *
 * @param root - the repository's
 */
export function readContracts(
  root: string,
  environments: readonly EnvironmentDeclaration[],
): Contracts {
  const services = environments
    // What has not its shape is told as wrong, whatever its files hold.
    .filter((environment) => problemsOfShape(environment).length === 0)
    .flatMap((environment) => environment.services);
  const files = [...new Set(services.flatMap(filesOf))].sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true)
      .map((file) => [file, readContract(file, readFileSync(join(root, file), "utf8"))]),
  );
}

function filesOf(service: ServiceDeclaration): readonly string[] {
  const { workload } = service;
  return workload.kind === "graphql"
    ? [workload.schema]
    : protosOf(service).map(({ file }) => file);
}

/** @param file - from the repository's root; its ending says what it is */
export const readContract = (file: string, text: string): Contract =>
  file.endsWith(".proto") ? readProto(file, text) : readSchema(file, text);
