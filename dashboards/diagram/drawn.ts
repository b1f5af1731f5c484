import { formatDuration } from "../../model/duration";
import { schedulesOf, type Service, type ServiceFunction, type Store } from "../../model/service";
import type { Edge, Node } from "./flowchart";

/** What a service is made of, and how what it handles goes through it. */
export interface ServiceParts {
  /** In the stack of its cell. */
  readonly nodes: readonly Node[];
  /** In the environment's edge. */
  readonly atEdge: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Whoever calls, sends and looks: outside of what is built. */
export const OUTSIDE = "outside";

export const functionLines = ({ memoryMiB, timeoutSeconds }: ServiceFunction): string[] => [
  `${memoryMiB} MiB, ${formatDuration(timeoutSeconds)}`,
];

export function drawn(service: Service) {
  const id = idIn(service);
  return {
    id,
    stores: service.stores.flatMap((store) => [
      storeNode(id(store.name), store),
      ...copyNode(id, store),
    ]),
    copies: service.stores.filter(copyOf).map(({ name }): Edge => ({
      ...{ from: id(name), to: id(`${name}_copy`), label: "every change" },
      aside: true,
    })),
  };
}

/** What wakes a service beside the events of others; nothing where nothing does. */
export function waking(service: Service): Pick<ServiceParts, "nodes" | "edges"> {
  const id = idIn(service);
  const names = schedulesOf(service).map(({ name }) => name);
  if (names.length === 0) return { nodes: [], edges: [] };
  return {
    nodes: [{ id: id("schedules"), shape: "program", label: ["schedules", ...names] }],
    edges: [{ from: id("schedules"), to: id("queue"), label: "when due" }],
  };
}

export const idIn =
  ({ name }: Pick<Service, "name">) =>
  (part: string): string =>
    `${name}_${part}`;

const KEPT: Readonly<Record<Store["kind"], string>> = {
  keyValue: "by key",
  object: "objects",
  relational: "relations",
  cache: "in memory",
  file: "files",
};

const storeNode = (id: string, { name, kind }: Store): Node => ({
  id,
  shape: "store",
  label: [name, KEPT[kind]],
});

const copyOf = (store: Store): { readonly region: string } | undefined =>
  "replica" in store ? store.replica : undefined;

function copyNode(id: (part: string) => string, store: Store): Node[] {
  const copy = copyOf(store);
  if (copy === undefined) return [];
  return [
    {
      ...{ id: id(`${store.name}_copy`), shape: "store" },
      label: [`copy of ${store.name}`, `in ${copy.region}`],
    },
  ];
}

export const accesses = (service: Service, from: string): Edge[] =>
  service.stores.map(({ name, access }) => ({
    from,
    to: idIn(service)(name),
    label: access.join(", "),
  }));
