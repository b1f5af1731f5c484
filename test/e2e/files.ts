import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { FileSystem } from "../../constructs/aws/data/file_system";
import { GrantedRole } from "../../constructs/aws/identity/granted_role";
import { takenBy } from "../../constructs/aws/identity/trust";
import { Key } from "../../constructs/aws/key";
import { SecurityGroup } from "../../constructs/aws/network/security_group";
import type { PlatformStack } from "../../constructs/stacks/platform_stack";
import { tagAll } from "../../constructs/tags";
import type { TerraformJson } from "../../constructs/terraform_json";
import { renderStoreRunbooks } from "../../dashboards/runbooks/stores";
import type { Zone } from "../../model/network/slots";
import { fileStores, type FileStore } from "../../model/service";
import { settle } from "../../model/settle";
import { FILE_FUNCTION, WITH_FILES } from "../constructs/support/files";
import { LOCATION, synthesizeOne } from "../constructs/support/synth";

export const FILES_STACK = "files";

const SETTLED = settle({ ...WITH_FILES, services: [FILE_FUNCTION] });
const NAME = "dev-files-c01-shop-shared";

/** What is to be done about it. */
export const fileRunbooks = (): string[] => renderStoreRunbooks(SETTLED).map(({ text }) => text);

/** A file system in two zones, then in three, and whoever mounts it; the network is no more than it has to be. */
export const filesStack = (zones: readonly Zone[] = ["a", "b"]): TerraformJson =>
  synthesizeOne((stack) => {
    const [store] = SETTLED.services.flatMap(fileStores) as [FileStore];
    const { vpcId, subnets } = makeNetwork(stack, zones);
    const key = new Key(stack, "key", {
      ...{ alias: "alias/dev-files-c01-shop-data", description: "Encrypts files." },
      ...{ location: LOCATION, deletionWindowDays: 7 },
    });
    const files = new FileSystem(stack, "shared", {
      ...{ name: NAME, store, vpcId, subnets, location: LOCATION, encryptionKeyArn: key.arn },
    });
    const grantee = new GrantedRole(stack, "role", {
      ...{ name: "dev-files-c01-shop-handler", description: "Mounts files." },
      trust: takenBy("lambda.amazonaws.com"),
    });
    const securityGroup = new SecurityGroup(stack, "client", {
      ...{ name: "dev-files-c01-shop-handler", description: "Who mounts files.", vpcId },
    });
    files.connect({ grantee, securityGroup, startAfter: () => undefined });
    tagAll(stack, {
      ...{ service: "shop", owner: "commerce", environment: "dev-files" },
      "cost-center": "cc-1001",
    });
  });

function makeNetwork(stack: PlatformStack, zones: readonly Zone[]) {
  const { id: vpcId } = new Vpc(stack, "vpc", { cidrBlock: "10.32.0.0/16" });
  const subnets = zones.map((zone, index) => ({
    zone,
    id: new Subnet(stack, `isolated-${zone}`, {
      ...{ vpcId, cidrBlock: `10.32.${index}.0/24` },
      availabilityZone: `${LOCATION.region}${zone}`,
    }).id,
  }));
  return { vpcId, subnets };
}
