import type { TerraformJson } from "../terraform_json";
import { addressesOf, contentOf } from "./content";
import type { Move, StackLedger } from "./ledger";

/** An address that is gone while others of its type are new, and nothing tells whether it is one of them. */
export interface OpenQuestion {
  readonly from: string;
  /** New addresses of its type, sorted. */
  readonly candidates: readonly string[];
}

export interface Change {
  /** What moved since the ledger was written: the same content, at another address. */
  readonly moved: readonly Move[];
  readonly open: readonly OpenQuestion[];
  /** No longer declared, and nothing new is of its type. */
  readonly gone: readonly string[];
}

/** What the stack's addresses tell, beside those that the ledger has. */
export function compare({ resources }: StackLedger, json: TerraformJson): Change {
  const declared = addressesOf(json);
  const kept = new Set(declared);
  const vanished = Object.keys(resources).filter((address) => !kept.has(address));
  if (vanished.length === 0) return { moved: [], open: [], gone: [] };
  const added = declared.filter((address) => resources[address] === undefined);
  const moved = pair(vanished, resources, added, contentOf(json));
  const left = vanished.filter((address) => !moved.some(({ from }) => from === address));
  const taken = new Set(moved.map(({ to }) => to));
  const free = added.filter((address) => !taken.has(address));
  const questions = left.map((from) => ({
    from,
    candidates: free.filter((address) => typeOf(address) === typeOf(from)),
  }));
  return {
    moved,
    open: questions.filter(({ candidates }) => candidates.length > 0),
    gone: questions.filter(({ candidates }) => candidates.length === 0).map(({ from }) => from),
  };
}

/** One vanished and one new address of the same content are one resource; two of either could be either. */
function pair(
  vanished: readonly string[],
  before: StackLedger["resources"],
  added: readonly string[],
  content: ReadonlyMap<string, string>,
): Move[] {
  return vanished.flatMap((from) => {
    const likeIt = vanished.filter((address) => before[address] === before[from]);
    const [to, ...others] = added.filter((address) => content.get(address) === before[from]);
    return to !== undefined && likeIt.length === 1 && others.length === 0 ? [{ from, to }] : [];
  });
}

const typeOf = (address: string): string => address.slice(0, address.indexOf("."));

/**
 * Earlier moves and new ones as Terraform takes them: none from an address that is declared (again), one to each
 * address, the newest.
 */
export function joinMoves(
  earlier: readonly Move[],
  later: readonly Move[],
  json: TerraformJson,
): Move[] {
  const declared = new Set(addressesOf(json));
  const byTarget = new Map([...earlier, ...later].map((move) => [move.to, move]));
  return [...byTarget.values()]
    .filter(({ from }) => !declared.has(from))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The stack with `moved` blocks for what the ledger has and for what moved since; the stack itself where nothing did. */
export function withMoves(json: TerraformJson, ledger: StackLedger): TerraformJson {
  const moved = joinMoves(ledger.moved, compare(ledger, json).moved, json);
  return moved.length === 0 ? json : { ...json, moved };
}
