import { createHash } from "node:crypto";

/** What is kept of a state: never the values in it. */
export interface StateSummary {
  readonly serial: number;
  readonly lineage: string;
  /** Of managed resources, sorted. */
  readonly addresses: readonly string[];
  /** A hash of which objects of the cloud it describes. */
  readonly identity: string;
  /** A hash of everything that it says of resources. */
  readonly content: string;
}

interface StateFile {
  readonly serial?: number;
  readonly lineage?: string;
  readonly resources?: readonly Resource[];
}

interface Resource {
  readonly mode: string;
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly instances?: readonly Instance[];
}

interface Instance {
  readonly index_key?: string | number;
  readonly attributes?: { readonly id?: unknown };
}

/** Reads what `state pull` prints, or a state file; undefined where there is none. */
export function summariseState(text: string): StateSummary | undefined {
  if (text.trim() === "") return undefined;
  const { serial = 0, lineage = "", resources = [] } = JSON.parse(text) as StateFile;
  const objects = resources.filter(({ mode }) => mode === "managed").flatMap(objectsOf);
  return {
    ...{ serial, lineage },
    addresses: objects.map(({ address }) => address).sort(),
    identity: sha256(objects.map(({ address, id }) => `${address}=${String(id)}`).sort()),
    content: sha256(resources.map((resource) => JSON.stringify(resource)).sort()),
  };
}

function objectsOf({ module, type, name, instances = [] }: Resource) {
  const base = `${module === undefined ? "" : `${module}.`}${type}.${name}`;
  return instances.map(({ index_key: key, attributes }) => ({
    address: key === undefined ? base : `${base}[${JSON.stringify(key)}]`,
    id: attributes?.id,
  }));
}

const sha256 = (lines: readonly string[]): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex");
