import { ArtifactRegistryRepository } from "@cdktf/provider-google/lib/artifact-registry-repository";
import { ArtifactRegistryRepositoryIamMember } from "@cdktf/provider-google/lib/artifact-registry-repository-iam-member";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { Key } from "./keys";
import type { Labels, Project } from "./project";

export interface ImageRepositoryProps {
  readonly place: Project;
  /** The id of the repository, unique in its project and region. */
  readonly name: string;

  /** The key of the function whose images it holds: Google demands that both have the same. */
  readonly key: Key;

  /**
   * Versions of each image that are kept whatever their age.
   *
   * @default 10
   */
  readonly keepVersions?: number;

  /**
   * Days after which other versions are deleted.
   *
   * @default 30
   */
  readonly keepDays?: number;

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/** The images that Cloud Build makes of one function's code. */
export class ImageRepository extends Construct {
  readonly resource: ArtifactRegistryRepository;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ImageRepositoryProps,
  ) {
    super(scope, id);
    const { place, key, keepVersions = 10, keepDays = 30, labels } = props;
    this.resource = new ArtifactRegistryRepository(this, MAIN, {
      repositoryId: props.name,
      project: place.project,
      location: place.region,
      format: "DOCKER",
      kmsKeyName: key.id,
      // Where both match, a version is kept.
      cleanupPolicies: [
        { id: "keep-latest", action: "KEEP", mostRecentVersions: { keepCount: keepVersions } },
        { id: "delete-old", action: "DELETE", condition: { olderThan: `${keepDays * 86_400}s` } },
      ],
      ...(labels === undefined ? {} : { labels }),
      dependsOn: [...key.grants],
    });
  }

  grantWrite(id: string, member: string): ArtifactRegistryRepositoryIamMember {
    return new ArtifactRegistryRepositoryIamMember(this, id, {
      project: this.props.place.project,
      location: this.props.place.region,
      repository: this.resource.name,
      role: "roles/artifactregistry.writer",
      member,
    });
  }
}
