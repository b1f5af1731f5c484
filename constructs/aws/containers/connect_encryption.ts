import { Construct } from "constructs";
import type { awsClusterNames } from "../../../model/names";
import { partition, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenBy } from "../identity/trust";
import { Key } from "../key";
import type { Conditions, Grant } from "../policy";

export interface ConnectEncryptionProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsClusterNames>;

  readonly location: Location;

  /** ARN of a private certificate authority of the region, tagged `AmazonECSManaged: true`: ECS asks no other. */
  readonly authorityArn: string;

  /**
   * Days between the order to delete the key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/**
 * That container services of one cluster speak TLS 1.3 with one another: ECS makes a certificate for each, renews it every five days, and keeps its key as a
 * secret of its own, under a customer key. Services wait for the role's policy, and it goes after them: without it none could end.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html
 */
export class ConnectEncryption extends Construct {
  /** Whose rights ECS has to certificates and to their keys. */
  readonly role: GrantedRole;
  readonly key: Key;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ConnectEncryptionProps,
  ) {
    super(scope, id);
    const { names, location, keyDeletionWindowDays = 30 } = props;
    this.key = new Key(this, "key", {
      ...{ alias: names.connectKeyAlias, location, deletionWindowDays: keyDeletionWindowDays },
      description: `Encrypts the keys by which the services of ${names.cluster} speak TLS with one another.`,
    });
    this.role = new GrantedRole(this, "role", {
      name: names.connectRole,
      description: `Makes and renews the certificates of the services of ${names.cluster}.`,
      trust: takenBy("ecs.amazonaws.com"),
      grants: this.grants(),
    });
  }

  /** As a service of Service Connect is told it. */
  get tls() {
    return {
      issuerCertAuthority: { awsPcaAuthorityArn: this.props.authorityArn },
      kmsKey: this.key.arn,
      roleArn: this.role.role.arn,
    };
  }

  private grants(): Grant[] {
    const { location, authorityArn } = this.props;
    return [
      ...issueGrants(authorityArn, location),
      ...secretGrants(location),
      // ECS makes key pairs with it itself, not through Secrets Manager alone.
      {
        sid: "UseKey",
        actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyPair"],
        resources: [this.key.arn],
      },
    ];
  }
}

/** Certificates of services alone, and none by which others could be issued. */
const issueGrants = (authorityArn: string, { region }: Location): Grant[] => [
  {
    sid: "ReadAuthority",
    actions: [
      "acm-pca:DescribeCertificateAuthority",
      "acm-pca:GetCertificate",
      "acm-pca:GetCertificateAuthorityCertificate",
    ],
    resources: [authorityArn],
  },
  {
    sid: "IssueCertificates",
    actions: ["acm-pca:IssueCertificate"],
    resources: [authorityArn],
    conditions: {
      StringEquals: {
        "acm-pca:TemplateArn": `arn:${partition(region)}:acm-pca:::template/EndEntityCertificate/V1`,
      },
    },
  },
];

/**
 * What AWS's own policy for it grants, of this account and region; AWS names those secrets.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity.html
 */
function secretGrants({ account, region }: Location): Grant[] {
  const aws = partition(region);
  const resources = [`arn:${aws}:secretsmanager:${region}:${account}:secret:ecs-sc!*`];
  const ofServices: Conditions = {
    ArnLike: {
      "aws:RequestTag/AmazonECSCreated": [
        `arn:${aws}:ecs:${region}:${account}:service/*/*`,
        `arn:${aws}:ecs:${region}:${account}:task-set/*/*`,
      ],
    },
    StringEquals: { "aws:RequestTag/AmazonECSManaged": "true" },
  };
  return [
    {
      sid: "MakeSecrets",
      actions: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      ...{ resources, conditions: ofServices },
    },
    { sid: "DescribeSecrets", actions: ["secretsmanager:DescribeSecret"], resources },
    {
      sid: "RotateSecrets",
      actions: [
        "secretsmanager:DeleteSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:RotateSecret",
        "secretsmanager:UpdateSecret",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      resources,
      conditions: {
        StringEquals: {
          "secretsmanager:ResourceTag/aws:secretsmanager:owningService": "ecs-sc",
        },
      },
    },
  ];
}
