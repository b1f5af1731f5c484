import type { Disk } from "./disk";

interface Manifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly name: string;
  readonly dependencies: readonly string[];
}

/** Adds to what cdktf wrote the stacks that it did not build, sorted as it sorts them; it reads there which stacks there are. */
export function listAll(disk: Disk, outdir: string, ids: readonly string[]): void {
  const path = `${outdir}/manifest.json`;
  const manifest = JSON.parse(disk.read(path)) as Manifest;
  const known = manifest.stacks;
  const [sample] = Object.entries(known);
  if (sample === undefined || ids.every((id) => known[id] !== undefined)) return;
  const [name, entry] = sample;
  const stacks = Object.fromEntries(
    [...ids]
      .sort()
      .map((id) => [id, known[id] ?? renamed({ ...entry, dependencies: [] }, name, id)]),
  );
  disk.write(path, asCdktf(JSON.stringify({ ...manifest, stacks }, undefined, 2)));
}

const renamed = (entry: Entry, from: string, to: string): Entry =>
  JSON.parse(JSON.stringify(entry).replaceAll(from, to)) as Entry;

/** It breaks lines in empty lists too. */
const asCdktf = (json: string): string => json.replace(/^( *)(.*)\[\]/gm, "$1$2[\n$1]");
