import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { Token } from "../../tf";
import { machineUserData } from "./machine_user_data";

export interface JobMachineTemplateProps {
  /** Made in `model/names.ts`. */
  readonly name: string;

  /** GiB, for all jobs of a machine. */
  readonly scratchGiB: number;

  /** ARN of the customer key that encrypts the disk, or of its alias, which is known when a plan is made. */
  readonly encryptionKeyArn: string;

  /** Of disks and network interfaces; those of machines are the environment's. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What the image of ECS takes of the disk: its own size. */
const SYSTEM_GIB = 30;

/**
 * What a machine of jobs is like, beside what its compute environment says: credentials go to who asks twice, on the machine itself, and
 * one encrypted disk holds images and scratch space.
 */
export class JobMachineTemplate extends Construct {
  readonly template: LaunchTemplate;

  constructor(scope: Construct, id: string, props: JobMachineTemplateProps) {
    super(scope, id);
    const { name, scratchGiB, encryptionKeyArn, tags } = props;
    this.template = new LaunchTemplate(this, MAIN, {
      ...{ name, userData: machineUserData() },
      metadataOptions: {
        ...{ httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        instanceMetadataTags: "disabled",
      },
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            ...{ volumeType: "gp3", volumeSize: SYSTEM_GIB + scratchGiB },
            ...{ encrypted: "true", kmsKeyId: encryptionKeyArn, deleteOnTermination: "true" },
          },
        },
      ],
      tagSpecifications: ["network-interface", "volume"].map((resourceType) => ({
        ...{ resourceType, tags: { ...tags } },
      })),
    });
  }

  /** A number: Batch looks at the template when an environment is changed, and at no other time. */
  get version(): string {
    return Token.asString(this.template.latestVersion);
  }
}
