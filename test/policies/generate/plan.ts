import type { Around, Edit, Recipe } from "./recipe";
import { pieceNamed } from "./pieces";

/* eslint-disable @typescript-eslint/no-explicit-any */
type Path = (string | number)[];

interface Piece {
  entry: any;
  configured: any;
}

/** The plan that a recipe makes, as Terraform would print it. */
export function planOf({ pieces, edits, around }: Recipe): any {
  const made: Piece[] = pieces.map(pieceNamed);
  const extra: any[] = [];
  for (const edit of edits) apply(edit, made, extra);
  const plan = {
    ...{ format_version: "1.2", terraform_version: "1.11.4", complete: around.complete },
    planned_values: { outputs: { plinth_stack: { sensitive: false, value: "dev-c01" } } },
    output_changes: {
      plinth_stack: { actions: ["no-op"], after: "dev-c01", after_sensitive: false },
    },
    resource_changes: [...made.map(({ entry }) => entry), ...extra],
    checks: around.checks.map((status) => ({
      address: { kind: "check", to_display: "check.health" },
      ...{ status, instances: [{ status, problems: [{ message: "not well" }] }] },
    })),
    configuration: { root_module: { resources: made.map(({ configured }) => configured) } },
  };
  return placed(plan, around);
}

function placed(plan: any, { module, configuration }: Around): any {
  if (module !== null) nest(plan, module);
  if (!configuration) delete plan.configuration;
  return plan;
}

/** Moves every resource into a module. */
function nest(plan: any, address: string): void {
  for (const entry of plan.resource_changes) {
    entry.module_address = address;
    entry.address = `${address}.${entry.address}`;
  }
  const calls = address
    .replace(/\[[^\]]*\]+"?\]?/g, "")
    .split(".")
    .filter((name) => name !== "module");
  let inner = plan.configuration.root_module;
  for (const call of calls.reverse()) inner = { module_calls: { [call]: { module: inner } } };
  plan.configuration.root_module = inner;
}

function apply(edit: Edit, pieces: Piece[], extra: any[]): void {
  const piece = pieces[edit.on % pieces.length]!;
  const other = pieces[edit.other % pieces.length]!;
  const paths = pathsOf(piece.entry.change.after);
  const path = paths[edit.at % paths.length] ?? ["name"];
  const change = VALUES[edit.kind] ?? WHOLE[edit.kind];
  change!({ ...edit, ...piece, change: piece.entry.change, path, target: other.entry, extra });
}

interface Scene {
  readonly entry: any;
  readonly configured: any;
  readonly change: any;
  readonly path: Path;
  readonly value: any;
  /** The resource that is referred to. */
  readonly target: any;
  readonly extra: any[];
}

/** Changes of one value. */
const VALUES: Record<string, (scene: Scene) => void> = {
  drop: ({ change, configured, path }) => {
    remove(change.after, path);
    remove(configured?.expressions, path);
  },
  null: ({ change, path }) => put(change.after, path, null),
  set: ({ change, configured, path, value }) => {
    put(change.after, path, value);
    put(configured?.expressions, path, { constant_value: value });
  },
  unknown: (scene) => hide(scene, refersTo(scene.target, "arn")),
  computed: ({ change, configured, path }) => {
    remove(change.after, path);
    remove(configured?.expressions, path);
    put(change.after_unknown, path, true);
  },
  variable: (scene) => hide(scene, { references: ["var.given"] }),
  sensitive: ({ change, path }) => put(change.after_sensitive, path, true),
  text: (scene) =>
    hide(scene, {
      constant_value: `${scene.value}\${${scene.target.address}.arn}`,
      ...refersTo(scene.target, "arn"),
    }),
  same: ({ change, target, path, configured }) => {
    const id = `arn:${target.address}`;
    if (target.change.after) Object.assign(target.change.after, { arn: id, id, url: id });
    put(change.after, path, id);
    put(configured?.expressions, path, refersTo(target, "id"));
  },
  refer: ({ configured, path, target }) =>
    put(configured?.expressions, path, refersTo(target, "name")),
};

function hide({ change, configured, path }: Scene, expression: object): void {
  remove(change.after, path);
  put(change.after_unknown, path, true);
  put(configured?.expressions, path, expression);
}

const refersTo = ({ address }: any, attribute: string) => ({
  references: [`${address}.${attribute}`, address],
});

/** Changes of what happens to a resource. */
const WHOLE: Record<string, (scene: Scene) => void> = {
  actions: ({ change, value }) => {
    change.actions = value;
    change.before = change.after;
    const stays = ["create", "update", "no-op", "read"].some((action) => value.includes(action));
    if (!stays) change.after = null;
  },
  replace: ({ change, path }) => (change.replace_paths = [[path[0]], path]),
  count: ({ entry, extra }) => instances(entry, extra, 0, 1),
  each: ({ entry, extra }) => instances(entry, extra, "a", 'b["c"].d'),
  deposed: ({ entry, extra }) => {
    const change = {
      ...entry.change,
      actions: ["delete"],
      before: entry.change.after,
      after: null,
    };
    extra.push({ ...structuredClone({ ...entry, change }), deposed: "0a1b2c3d" });
  },
  moved: ({ entry }) => (entry.previous_address = `${entry.type}.earlier`),
  data: ({ entry }) => (entry.mode = "data"),
  twice: ({ entry, extra }) => extra.push(structuredClone(entry)),
};

function instances(
  entry: any,
  extra: any[],
  first: string | number,
  second: string | number,
): void {
  if ("index" in entry) return;
  const { address } = entry;
  extra.push({
    ...structuredClone(entry),
    index: second,
    address: `${address}[${JSON.stringify(second)}]`,
  });
  Object.assign(entry, { index: first, address: `${address}[${JSON.stringify(first)}]` });
}

/** Of every value in a value, the outermost first. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = [...path, Array.isArray(value) ? Number(key) : key];
    return [below, ...pathsOf(child, below)];
  });
}

function remove(root: any, path: Path): void {
  const holder = path.slice(0, -1).reduce((node, step) => node?.[step], root);
  const last = path.at(-1)!;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (typeof holder === "object" && holder !== null) delete holder[last];
}

/** Makes what lies on the way; lists hold blocks. */
function put(root: any, path: Path, value: unknown): void {
  let node = root;
  path.forEach((step, i) => {
    if (typeof node !== "object" || node === null) return;
    if (i === path.length - 1) node[step] = value;
    else if (typeof node[step] !== "object" || node[step] === null)
      node[step] = typeof path[i + 1] === "number" ? [{}] : {};
    node = node[step];
  });
}
