import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { Construct } from "constructs";

/** What the constructs of this folder call. */
const APIS = [
  "artifactregistry",
  "cloudbuild",
  "cloudfunctions",
  "cloudkms",
  "cloudresourcemanager",
  "eventarc",
  "firestore",
  "iam",
  "logging",
  "monitoring",
  "pubsub",
  "run",
  "storage",
] as const;

export interface ProjectApisProps {
  /** The project's id. */
  readonly project: string;

  /**
   * Names of APIs, without `.googleapis.com`.
   *
   * @default - those that the constructs of this folder call
   */
  readonly apis?: readonly string[];
}

/** The APIs of a project, switched on and never off: to switch one off stops whoever else uses it. */
export class ProjectApis extends Construct {
  readonly resources: readonly ProjectService[];

  constructor(scope: Construct, id: string, { project, apis = APIS }: ProjectApisProps) {
    super(scope, id);
    this.resources = apis.map(
      (api) =>
        new ProjectService(this, api, {
          project,
          service: `${api}.googleapis.com`,
          disableOnDestroy: false,
        }),
    );
  }
}
