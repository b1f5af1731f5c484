import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../cli/errors";
import { checkOut, commitOf, repositoryOf } from "./commits";
import { diffAsyncApi } from "./kinds/asyncapi";
import { diffGraphql } from "./kinds/graphql";
import { diffOpenApi } from "./kinds/openapi";
import { diffProto } from "./kinds/proto";
import type { Sides } from "./kinds/sides";
import { contractsOf, listsContracts, type Named } from "./named";
import {
  countBreaking,
  sorted,
  type Change,
  type ComparedContract,
  type ContractsDiff,
} from "./report";

export interface Wanted {
  readonly base: string;
  readonly head: string;
  /** Where in the repository the rendered files of each environment are committed. */
  readonly rendered: string;
  readonly tools: { readonly oasdiff: string; readonly buf: string };
}

/** Compares the contracts of two commits of the repository that a folder lies in. */
export async function compareContracts(wanted: Wanted, folder: string): Promise<ContractsDiff> {
  const repository = await repositoryOf(folder);
  const base = await commitOf(wanted.base, "--base", repository);
  const head = await commitOf(wanted.head, "--head", repository);
  const scratch = mkdtempSync(join(tmpdir(), "plinth-contracts-"));
  try {
    const sides = { base: join(scratch, "base"), head: join(scratch, "head") };
    await checkOut(base, repository, sides.base);
    await checkOut(head, repository, sides.head);
    const contracts = await compareFiles(sides, wanted, join(scratch, "work"));
    const schema = "plinth.contracts-diff/v1";
    return { schema, base, head, breaking: countBreaking(contracts), contracts };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Roots = Pick<Sides, "base" | "head">;

async function compareFiles(
  roots: Roots,
  { rendered, tools, head }: Wanted,
  scratch: string,
): Promise<ComparedContract[]> {
  const before = contractsOf(roots.base, rendered);
  const after = contractsOf(roots.head, rendered);
  if (!listsContracts(roots.head, rendered)) throw nothingListed(head, rendered);
  const named = new Set(after.keys());
  const compared: ComparedContract[] = [];
  for (const file of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const work = join(scratch, String(compared.length));
    mkdirSync(work, { recursive: true });
    const sides = { ...roots, file, scratch: work, named };
    compared.push(await compareOne(sides, before.get(file), after.get(file), tools));
  }
  return compared;
}

/** Everything would be removed, while more likely the list is. */
const nothingListed = (head: string, rendered: string): UserError =>
  new UserError(
    `--head ${head}: expected a list of contracts in ${rendered}/<environment>/contracts.json, found none; run npm run golden and commit it, or say with --rendered where it is`,
  );

async function compareOne(
  sides: Sides,
  before: Named | undefined,
  after: Named | undefined,
  tools: Wanted["tools"],
): Promise<ComparedContract> {
  const { file, kind, services, environments } = (after ?? before) as Named;
  const of = { file, kind, services, environments };
  if (after === undefined) return { ...of, state: "removed", changes: [removed(sides)] };
  if (!isFile(sides.head, file)) throw new UserError(missing(after));
  if (before === undefined || !isFile(sides.base, file))
    return { ...of, state: "added", changes: [] };
  const changes = sorted(await changesOf(sides, after, tools));
  const same = changes.length === 0 && sameBytes(sides);
  return { ...of, state: same ? "unchanged" : "changed", changes };
}

const isFile = (root: string, file: string): boolean =>
  statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true;

const missing = ({ file, services }: Named): string =>
  `${file}: expected a file of the head, since ${services.join(", ")} names it as a contract; commit it`;

const removed = ({ head, file }: Sides): Change => ({
  level: "breaking",
  rule: "contract-removed",
  where: file,
  message: isFile(head, file)
    ? "no service names this contract any more"
    : "the contract is gone, and whatever it promised",
});

function changesOf(sides: Sides, { kind }: Named, tools: Wanted["tools"]): Promise<Change[]> {
  switch (kind) {
    case "openapi":
      return diffOpenApi(sides, tools.oasdiff);
    case "asyncapi":
      return diffAsyncApi(sides, tools.oasdiff);
    case "graphql":
      return diffGraphql(sides);
    case "proto":
      return diffProto(sides, tools.buf);
  }
}

const sameBytes = ({ base, head, file }: Sides): boolean =>
  readFileSync(join(base, file)).equals(readFileSync(join(head, file)));
