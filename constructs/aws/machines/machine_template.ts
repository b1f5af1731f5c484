import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import type { Disk } from "../../../model/workloads/machines/settled";
import { MAIN } from "../../logical_id";
import { Token } from "../../tf";

export interface MachineTemplateProps {
  /** Made in `model/names.ts`. */
  readonly name: string;

  /** The id of an image. */
  readonly imageId: string;

  /**
   * A type of EC2.
   *
   * @default - who uses the template says which types
   */
  readonly type?: string;

  /** The instance profile's name. */
  readonly profile: string;

  /** Of the machines; what opens its ports to one of them lets them in. */
  readonly securityGroupIds: readonly string[];

  /** In Base64. */
  readonly userData: string;

  /** The one that the machine starts from first. */
  readonly disks: readonly Disk[];

  /** ARN of the customer key that encrypts the disks, or of its alias, which is known when a plan is made. */
  readonly encryptionKeyArn: string;

  /** Of machines, disks and network interfaces. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What a machine is like: reached by no key, at no public address; its credentials go to who asks twice, on the machine itself. */
export class MachineTemplate extends Construct {
  readonly template: LaunchTemplate;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineTemplateProps,
  ) {
    super(scope, id);
    const { name, imageId, type, profile, userData } = props;
    this.template = new LaunchTemplate(this, MAIN, {
      ...{ name, imageId, userData },
      ...(type !== undefined && { instanceType: type }),
      iamInstanceProfile: { name: profile },
      metadataOptions: {
        ...{ httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        instanceMetadataTags: "disabled",
      },
      // By the minute: every five, neither the scaling nor a board would see much.
      monitoring: { enabled: true },
      // Not by an interface: the private tier, which gives no public address, says where one is.
      vpcSecurityGroupIds: [...props.securityGroupIds],
      blockDeviceMappings: props.disks.map((disk) => this.device(disk)),
      tagSpecifications: ["instance", "network-interface", "volume"].map((resourceType) => ({
        ...{ resourceType, tags: { ...props.tags } },
      })),
    });
  }

  /** A number, as a group takes it: what AWS would roll back to has to be one. */
  get version(): string {
    return Token.asString(this.template.latestVersion);
  }

  private device({ device, sizeGiB, iops, throughput }: Disk) {
    return {
      deviceName: device,
      ebs: {
        ...{ volumeType: "gp3", volumeSize: sizeGiB, iops, throughput },
        ...{ encrypted: "true", kmsKeyId: this.props.encryptionKeyArn },
        deleteOnTermination: "true",
      },
    };
  }
}
