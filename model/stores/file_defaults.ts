import type { ServiceDeclaration } from "../declaration";
import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import type { Zone } from "../network/slots";
import type { FileAge, FileAgesDeclaration, FileStoreDeclaration } from "./file_declaration";
import { FILE_VERBS, type FileStore } from "./file_settled";

/** @see https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
export const FILE_AGES: readonly FileAge[] = [
  ...(["1d", "7d", "14d", "30d", "60d", "90d", "180d", "270d", "365d"] as const),
];

const WARM = "30d";
const ARCHIVE = "90d";

/** As which containers run. */
const OWNER = { uid: 1_000, gid: 1_000 };

export const mountOf = (name: string, { mount }: Pick<FileStoreDeclaration, "mount">): string =>
  mount ?? `/mnt/${name}`;

/** The defaults of a file store, settled once. */
export function settleFileStore(
  name: string,
  store: FileStoreDeclaration,
  environment: EnvironmentDeclaration,
  workload: ServiceDeclaration["workload"],
): FileStore {
  const { warm, archive } = settleAges(store.after);
  return {
    ...{ kind: store.kind, name, mount: mountOf(name, store) },
    directory: store.directory ?? `/${name}`,
    owner: store.owner ?? OWNER,
    zones: zonesOf(workload),
    warmAfterDays: daysOf(warm),
    archiveAfterDays: daysOf(archive),
    deletionProtection: store.deletionProtection ?? environment.stage === "production",
    backup: store.backup !== false,
    access: FILE_VERBS.filter((verb) => (store.access ?? FILE_VERBS).includes(verb)),
  };
}

/** What mounts a file system asks the mount target of its own zone. */
const zonesOf = (workload: ServiceDeclaration["workload"]): readonly Zone[] | undefined =>
  workload.kind === "virtualMachines" ? workload.zones : undefined;

type Ages = Required<FileAgesDeclaration>;

export function settleAges({ warm = WARM, archive }: FileAgesDeclaration = {}): Ages {
  return { warm, archive: archive ?? archiveAfter(warm) };
}

/** The usual age where files have gone warm by then, or the first one after. */
function archiveAfter(warm: Ages["warm"]): Ages["archive"] {
  if (warm === "never") return "never";
  const later = FILE_AGES.slice(FILE_AGES.indexOf(warm) + 1);
  return later.find((age) => days(age) >= days(ARCHIVE)) ?? "never";
}

const daysOf = (age: FileAge | "never"): number | undefined =>
  age === "never" ? undefined : days(age);
