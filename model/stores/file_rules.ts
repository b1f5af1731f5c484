import type { ServiceDeclaration } from "../declaration";
import { days } from "../duration";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import type { FileStoreDeclaration } from "./file_declaration";
import { mountOf, settleAges } from "./file_defaults";

export interface FileAround {
  readonly name: string;
  readonly service: ServiceDeclaration;
}

/** What a file store means to the code that mounts it, and its fields to one another. */
export function fileProblems(
  store: FileStoreDeclaration,
  at: string,
  around: FileAround,
): FieldProblem[] {
  return [
    ...problemIf(`${at}.kind`, mountedProblem(around)),
    ...problemIf(`${at}.mount`, mountProblem(store, around) ?? twiceProblem(store, around)),
    ...problemIf(`${at}.access`, accessProblem(store)),
    ...problemIf(`${at}.directory`, deepProblem(store)),
    ...problemIf(`${at}.after.archive`, archiveProblem(store)),
  ];
}

const RUNS_FUNCTION = ["eventDriven", "requestDriven", "graphql", "workflow"];

const runsFunction = ({ workload }: ServiceDeclaration): boolean =>
  RUNS_FUNCTION.includes(workload.kind);

const filesOf = ({ stores }: ServiceDeclaration): [string, FileStoreDeclaration][] =>
  Object.entries(stores).flatMap(([name, store]) => (store.kind === "file" ? [[name, store]] : []));

/** What is started by AWS alone, or is not ours, cannot be told how to mount. */
function mountedProblem({ name, service }: FileAround): string | undefined {
  const { workload } = service;
  const [first] = filesOf(service).map(([file]) => file);
  if (runsFunction(service) && first !== name)
    return `expected one store of files where a function runs (${workload.kind}), which mounts no more; keep both in ${show(first)}, got another one`;
  if (workload.kind !== "virtualMachines" || isKnownLinux(workload.image)) return undefined;
  return `expected machines that start from Amazon Linux 2023, which mount it by themselves; leave \`workload.image\` out or name another of its parameters (/aws/service/ami-amazon-linux-latest/al2023-…), got ${show(workload.image)}`;
}

/** `amazon-efs-utils` is a package of it. @see https://docs.aws.amazon.com/efs/latest/ug/installing-amazon-efs-utils.html */
const isKnownLinux = (image: string | undefined): boolean =>
  image === undefined || image.startsWith("/aws/service/ami-amazon-linux-latest/al2023-");

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html */
function mountProblem(store: FileStoreDeclaration, { name, service }: FileAround) {
  const mount = mountOf(name, store);
  if (!runsFunction(service) || /^\/mnt\/[A-Za-z0-9._-]+$/.test(mount)) return undefined;
  return `expected /mnt/ and one name, as functions take it, got ${show(mount)}`;
}

function twiceProblem(store: FileStoreDeclaration, { name, service }: FileAround) {
  const mount = mountOf(name, store);
  const other = filesOf(service).find(
    ([file, declared]) => file < name && inside(mountOf(file, declared), mount),
  );
  if (other === undefined) return undefined;
  return `expected another place than that of ${show(other[0])} (${mountOf(...other)}), and none within it or around it, got ${show(mount)}`;
}

/** Whether one is the other, or within it. */
const inside = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

function accessProblem({ access }: FileStoreDeclaration): string | undefined {
  if (access === undefined || access.includes("read")) return undefined;
  return `expected "read" beside it, since who mounts a file system reads it, got ${access.join(", ")}`;
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html */
const MOST_LEVELS = 4;

function deepProblem({ directory = "" }: FileStoreDeclaration): string | undefined {
  const levels = directory.split("/").length - 1;
  if (levels <= MOST_LEVELS) return undefined;
  return `expected ${MOST_LEVELS} levels at most, which EFS makes, got ${show(directory)}, which has ${levels}`;
}

function archiveProblem({ after }: FileStoreDeclaration): string | undefined {
  const { warm, archive } = settleAges(after);
  if (archive === "never") return undefined;
  if (warm === "never")
    return `expected "never" where files never go warm, from where they are archived, got ${show(archive)}`;
  if (days(archive) > days(warm)) return undefined;
  return `expected more than the ${show(warm)} after which files go warm, got ${show(archive)}`;
}
