import { join } from "node:path";
import { statSync } from "node:fs";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { DeclarationError, show, type Problem } from "../../model/problems";
import { isGraphql, isRequestDriven, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { isPublisher, renderAsyncApi } from "./asyncapi";
import { renderOpenApi } from "./openapi";

/** Which contracts an environment's services have; it stands beside what is generated of them. */
export interface ContractIndex {
  readonly schema: "plinth.contracts/v1";
  readonly environment: string;
  readonly contracts: readonly IndexedContract[];
}

export interface IndexedContract {
  readonly service: string;
  /** `generated` lies beside the index, `declared` from the repository's root. */
  readonly from: "generated" | "declared";
  readonly file: string;
}

/** The contracts that follow from declarations, and the list of all. */
export function renderContracts(environment: Environment): RenderedFile[] {
  const index: ContractIndex = {
    schema: "plinth.contracts/v1",
    environment: environment.name,
    contracts: environment.services.flatMap(contractsOf),
  };
  const text = `${JSON.stringify(index, undefined, 2)}\n`;
  return [
    ...renderOpenApi(environment),
    ...renderAsyncApi(environment),
    { path: files.contracts, text },
  ];
}

const contractsOf = (service: Service): IndexedContract[] => [
  ...generatedOf(service).map((file) => ({
    ...{ service: service.name, from: "generated" as const, file },
  })),
  ...filesOf(service).map((file) => ({
    service: service.name,
    from: "declared" as const,
    file,
  })),
];

const generatedOf = (service: Service): readonly string[] => [
  ...(isRequestDriven(service) ? [files.openApi(service.name)] : []),
  ...(isPublisher(service) ? [files.asyncApi(service.name)] : []),
];

/** A schema of GraphQL is one, whether it is named among the others or not. */
const filesOf = (service: Service): readonly string[] =>
  isGraphql(service)
    ? [...new Set([service.workload.schema.file, ...service.contracts])]
    : service.contracts;

/** @throws DeclarationError naming every contract that is no file of the repository */
export function checkContracts(root: string, environments: readonly Environment[]): void {
  const problems = environments.flatMap(({ services }) =>
    services.flatMap((service) => missing(root, service)),
  );
  const byPath = new Map(problems.map((problem) => [problem.path, problem]));
  if (byPath.size > 0) throw new DeclarationError([...byPath.values()]);
}

const missing = (root: string, { name, contracts }: Service): Problem[] =>
  contracts.flatMap((file, index) =>
    statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true
      ? []
      : [
          {
            path: `${name}.contracts[${index}]`,
            message: `expected a file of the repository, got ${show(file)}, which is none`,
          },
        ],
  );
