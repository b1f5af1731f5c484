import { fixtures, load } from "../fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** One resource of a fixture: its change, its configuration and the resources that are needed to link it. */
interface Piece {
  readonly entry: any;
  readonly configured: any;
}

const pieces = new Map<string, Piece>();
for (const fixture of fixtures) {
  const plan = load(`plans/${fixture}.json`);
  const resources = plan.configuration.root_module.resources ?? [];
  for (const entry of plan.resource_changes)
    pieces.set(`${fixture}: ${entry.address}`, {
      entry,
      configured: resources.find((one: any) => one.address === entry.address),
    });
}

/** Every resource of every fixture. */
export const pieceNames: readonly string[] = [...pieces.keys()];

/** The address of a piece: fixtures may share it, and a plan holds it once. */
export function addressIn(name: string): string {
  return name.slice(name.indexOf(": ") + 2);
}

/** A copy that may be changed. */
export function pieceNamed(name: string): { entry: any; configured: any } {
  const piece = pieces.get(name);
  if (!piece) throw new Error(`no such resource in the fixtures: ${name}`);
  return structuredClone({ entry: piece.entry, configured: piece.configured });
}
