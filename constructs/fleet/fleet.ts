import { stacksOfCell } from "../../model/cells/stacks";
import type { AwsEnvironment } from "../../model/environment";
import type { Environment } from "../../model/settle";
import { addressesOf } from "../ledger/content";
import type { Ledger } from "../ledger/ledger";
import type { SynthesizedStack } from "../synth";
import type { TerraformJson } from "../terraform_json";
import type { Disk } from "./disk";
import { alikeIn, type Alike } from "./sample";
import { renaming, type Rename } from "./text";

/** What cdktf wrote of the cells that were built. */
export interface Built {
  readonly environment: Environment;
  readonly stacks: readonly SynthesizedStack[];
  readonly ledger: Ledger;
  readonly outdir: string;
  readonly disk: Disk;
}

/** The cells of which stacks are built; the others are made from these. */
export function builtCells({ cells }: Pick<Environment, "cells">): readonly string[] {
  const made = new Set(alikeIn(cells).flatMap((alike) => alike.made));
  return cells.filter((cell) => !made.has(cell));
}

/**
 * All stacks of the environment, in the order in which they are applied: those that were built, and those of the other cells, whose files are written from
 * the text of one that was. A second one was built only to be compared with what is made of the first.
 *
 * @returns undefined where that would not be what building gives: nothing was written then
 */
export function completed(built: Built): SynthesizedStack[] | undefined {
  const { environment, stacks } = built;
  const alike = alikeIn(environment.cells);
  if (alike.length === 0) return [...stacks];
  const copies = alike.flatMap((one) => copiesOf(one, built) ?? [undefined]);
  if (copies.includes(undefined)) return undefined;
  const made = copies.filter((copy) => copy !== undefined);
  made.forEach((copy) => write(copy, built));
  const byId = new Map([...stacks, ...made.map(({ stack }) => stack)].map((one) => [one.id, one]));
  return orderOf(environment, stacks).flatMap((id) => byId.get(id) ?? []);
}

/** Stacks of all cells in the place of those that were built. */
function orderOf(environment: Environment, stacks: readonly SynthesizedStack[]): string[] {
  const ofCells = environment.cells.flatMap((cell) => stacksOfCell(environment, cell));
  const isOfCell = new Set(ofCells);
  const ids = stacks.map(({ id }) => id);
  const first = ids.findIndex((id) => isOfCell.has(id));
  const shared = (from: number, to?: number): string[] =>
    ids.slice(from, to).filter((id) => !isOfCell.has(id));
  return [...shared(0, first), ...ofCells, ...shared(first)];
}

interface Copy {
  readonly stack: SynthesizedStack;
  readonly text: () => string;
}

function copiesOf({ pattern, proof, made }: Alike, built: Built): Copy[] | undefined {
  const { environment } = built;
  const declaration = environment.declaration as AwsEnvironment;
  const [from, other] = [pattern, proof].map((cell) => stacksOfCell(environment, cell));
  const patterns = (from ?? []).map((id) => patternOf(id, built));
  const holds = patterns.every(
    ({ text }, index) =>
      renaming(declaration, pattern, proof)(text) === textOf(other?.[index] ?? "", built),
  );
  if (!holds) return undefined;
  const copies = made.flatMap((cell) => {
    const rename = renaming(declaration, pattern, cell);
    return stacksOfCell(environment, cell).map((id, index) => copyOf(id, patterns[index], rename));
  });
  return copies.every(({ stack }, index) =>
    stays(stack.id, patterns[index % patterns.length], built.ledger),
  )
    ? copies
    : undefined;
}

interface Pattern {
  readonly stack: SynthesizedStack;
  readonly text: string;
  readonly addresses: ReadonlySet<string>;
}

function patternOf(id: string, built: Built): Pattern {
  const { stacks } = built;
  const stack = stacks.find((one) => one.id === id);
  if (stack === undefined) throw new Error(`${id}: expected that it was built`);
  return { stack, text: textOf(id, built), addresses: new Set(addressesOf(stack.json)) };
}

/** Whether nothing of the stack moved, or will: only what is built is compared with what was recorded. */
function stays(id: string, pattern: Pattern | undefined, ledger: Ledger): boolean {
  const { resources = {}, moved = [] } = ledger[id] ?? {};
  return (
    pattern?.stack.json.moved === undefined &&
    moved.length === 0 &&
    Object.keys(resources).every((address) => pattern?.addresses.has(address))
  );
}

function copyOf(id: string, pattern: Pattern | undefined, rename: Rename): Copy {
  if (pattern === undefined) throw new Error(`${id}: expected a stack to make it from`);
  const text = (): string => rename(pattern.text);
  return {
    text,
    stack: {
      ...{ id, directory: `stacks/${id}`, environment: pattern.stack.environment },
      ...{ cloud: pattern.stack.cloud, resources: pattern.stack.resources },
      // Read where it is asked for: a thousand of them are hundreds of megabytes.
      get json(): TerraformJson {
        return JSON.parse(text()) as TerraformJson;
      },
    },
  };
}

const fileOf = (id: string, outdir: string): string => `${outdir}/stacks/${id}/cdk.tf.json`;

const textOf = (id: string, { disk, outdir }: Built): string => disk.read(fileOf(id, outdir));

const write = ({ stack, text }: Copy, { disk, outdir }: Built): void =>
  disk.write(fileOf(stack.id, outdir), text());
