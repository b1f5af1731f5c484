import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { Key } from "../key";

export interface ImageRepositoryProps {
  /** Made in `model/names.ts`. */
  readonly names: { readonly repository: string; readonly keyAlias: string };

  /** Whose images it holds. */
  readonly service: string;

  readonly location: Location;

  /**
   * How many of the images that have a tag are kept, 1 to 1000; the oldest beyond are deleted. Keep more than you would ever roll back over.
   *
   * @default 50
   */
  readonly keep?: number;

  /**
   * Days between the order to delete the key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;

  /**
   * Let Terraform refuse to destroy the repository, and AWS to delete one that holds images.
   *
   * @default true
   */
  readonly protected?: boolean;
}

/** Images of one service: tags that never move, scanned as they are pushed, under a key of their own. */
export class ImageRepository extends Construct {
  readonly repository: EcrRepository;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { keep = 50 } = props;
    refuse(this, [
      !(Number.isInteger(keep) && keep >= 1 && keep <= 1_000) &&
        `keep: expected a whole number from 1 to 1000, got ${keep}`,
    ]);
    this.key = this.makeKey(props);
    this.repository = this.makeRepository(props);
    new EcrLifecyclePolicy(this, "lifecycle", {
      repository: this.repository.name,
      policy: lifecyclePolicy(keep),
    });
  }

  /** ECR uses the key with rights of its own, which whoever makes the repository hands over. */
  private makeKey({ names, service, location, keyDeletionWindowDays = 30 }: ImageRepositoryProps) {
    return new Key(this, "key", {
      alias: names.keyAlias,
      description: `Encrypts the images of ${service}.`,
      location,
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  private makeRepository({ names, protected: kept = true }: ImageRepositoryProps): EcrRepository {
    return new EcrRepository(this, MAIN, {
      name: names.repository,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: this.key.arn }],
      forceDelete: !kept,
      ...(kept ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }
}

/**
 * What was built and never tagged goes after a day; of what has a tag, the newest stay.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
const lifecyclePolicy = (keep: number): string =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: "Images without a tag go after a day.",
        selection: {
          ...{ tagStatus: "untagged", countType: "sinceImagePushed" },
          ...{ countUnit: "days", countNumber: 1 },
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: `The newest ${keep} stay.`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keep },
        action: { type: "expire" },
      },
    ],
  });
