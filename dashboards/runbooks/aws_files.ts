import { MOST_CLIENTS } from "../tickets/reasons";
import type { FileStore } from "../../model/service";
import type { StoreCommands } from "./aws_stores";
import { code } from "./page";

/** How the CLI is told of a file system: by the name that it was made with, since AWS gives the id. */
interface Placed {
  readonly region: string;
  readonly name: string;
  readonly service: string;
}

/** For a file system of EFS. */
export const fileCommands = (at: Placed, store: FileStore): StoreCommands => ({
  impact:
    "Reading and writing files takes longer, or a task, a function or a machine that starts cannot mount them.",
  look: [...state(at), ...inside(store)],
  relief: [...operations(at), ...connections(at)],
  undoRelief: [
    "Nothing here changes the file system. A deploy that was taken back is rolled forward with its cure.",
  ],
});

const found = ({ region, name }: Placed): string =>
  `aws efs describe-file-systems --region ${region} --creation-token ${name}`;

const state = (at: Placed): string[] => [
  "How it is, what it holds by class, and whether each zone has a way in:",
  ...code(
    "sh",
    `${found(at)} --query 'FileSystems[0].[FileSystemId,LifeCycleState,SizeInBytes]'`,
    `aws efs describe-mount-targets --region ${at.region} --file-system-id "$(${found(at)} --query 'FileSystems[0].FileSystemId' --output text)" --query 'MountTargets[].[AvailabilityZoneName,LifeCycleState]'`,
  ),
];

const inside = ({ mount }: FileStore): string[] => [
  "Where it is mounted, what keeps many small files apart, and who holds locks:",
  ...code("sh", `find ${mount} -maxdepth 2 -type d | head -50`, `lsof +D ${mount} | head -50`),
];

const operations = ({ service }: Placed): string[] => [
  `\`operations\`: there is no limit to raise, EFS grows by itself with elastic throughput. Many small files, listings of large directories and locks take operations as large reads do not: where it began with a deploy of ${service}, take that back; otherwise write fewer and larger files, and keep what is only this task's on its own disk.`,
  "",
];

const connections = ({ service }: Placed): string[] => [
  `\`connections\`: EFS takes ${MOST_CLIENTS.toLocaleString("en-US")} to one file system, and more is no quota that AWS raises. Bound what scales: \`reservedConcurrency\` of a function, the most \`tasks\` or \`machines\` of ${service}.`,
];
