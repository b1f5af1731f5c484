import type { FileVerb } from "../../../model/stores/file_settled";
import type { FileStore } from "../../../model/service";
import { capital, type Grant } from "../policy";

export interface Mounted {
  readonly store: Pick<FileStore, "name" | "access">;
  readonly fileSystemArn: string;
  readonly accessPointArn: string;
}

/**
 * The one action of each verb.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
const FILE_ACTIONS: Readonly<Record<FileVerb, string>> = {
  read: "elasticfilesystem:ClientMount",
  write: "elasticfilesystem:ClientWrite",
};

/** Through one access point: without the condition who mounts the file system's root would be let in too. */
export const mountGrant = ({ store, fileSystemArn, accessPointArn }: Mounted): Grant => ({
  sid: `Mount${store.name.split("-").map(capital).join("")}`,
  actions: store.access.map((verb) => FILE_ACTIONS[verb]),
  resources: [fileSystemArn],
  conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } },
});
