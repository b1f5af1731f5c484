import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { ITerraformDependable } from "../tf";
import type { ImageRepository } from "./image_repository";
import { member, type Project } from "./project";

export interface BuildAccountProps {
  readonly place: Project;

  /** The account's id, 6 to 30 characters. */
  readonly name: string;

  /** The name of the function that it builds. */
  readonly function: string;

  /** Where the images go. */
  readonly repository: ImageRepository;
}

/**
 * The account that builds a function's image: it reads the source, writes to one repository and
 * writes its log. Google's page grants the same three, but on the whole project; its default account,
 * that of Compute Engine, may have the role of an editor.
 *
 * @see https://cloud.google.com/functions/docs/securing/build-custom-sa
 */
export class BuildAccount extends Construct {
  readonly account: ServiceAccount;
  /** What must be granted before the first build. */
  readonly grants: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BuildAccountProps,
  ) {
    super(scope, id);
    this.account = new ServiceAccount(this, MAIN, {
      accountId: props.name,
      project: props.place.project,
      displayName: `Builds ${props.function}`,
    });
    const builder = member(this.account.email);
    this.grants = [
      props.repository.grantWrite("builder", builder),
      this.allowReadingSource(builder),
      this.allowLogging(builder),
    ];
  }

  /**
   * Google copies the source to a bucket that it makes itself at the first deploy, and whose name
   * starts like this (with a key, a digest of the key follows): it cannot be granted on before.
   */
  private allowReadingSource(builder: string): ProjectIamMember {
    const { project, projectNumber, region } = this.props.place;
    const prefix = `projects/_/buckets/gcf-v2-sources-${projectNumber}-${region}`;
    return new ProjectIamMember(this, "source_reader", {
      project,
      role: "roles/storage.objectViewer",
      member: builder,
      condition: {
        title: "only-function-sources",
        description: "The buckets into which Google copies the sources of functions",
        expression: `resource.name.startsWith("${prefix}")`,
      },
    });
  }

  /** Writing log entries can be granted on a project only. */
  private allowLogging(builder: string): ProjectIamMember {
    return new ProjectIamMember(this, "log_writer", {
      project: this.props.place.project,
      role: "roles/logging.logWriter",
      member: builder,
    });
  }
}
