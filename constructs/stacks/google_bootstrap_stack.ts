import { DataGoogleStorageProjectServiceAccount } from "@cdktf/provider-google/lib/data-google-storage-project-service-account";
import type { Construct } from "constructs";
import type { Environment } from "../../model/settle";
import { KeyRing } from "../gcp/keys";
import { PrivateBucket } from "../gcp/private_bucket";
import { member } from "../gcp/project";
import { ProjectApis } from "../gcp/project_apis";
import { sharedTags, tagAll } from "../tags";
import { GoogleStack, STATE_KEY, stateKeyRing, type GoogleStackProps } from "./google_stack";

export interface GoogleBootstrapStackProps extends GoogleStackProps {
  readonly environment: Environment;
}

/** What every other stack needs first: the project's APIs, the bucket that holds state, and its key. */
export class GoogleBootstrapStack extends GoogleStack {
  readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, props: GoogleBootstrapStackProps) {
    super(scope, id, props);
    const { environment, declaration } = props;
    const apis = new ProjectApis(this, "apis", { project: declaration.project });
    const ring = new KeyRing(this, "keys", {
      ...{ place: declaration, name: stateKeyRing(environment.name), dependsOn: apis.resources },
    });
    // To ask for the agent of Cloud Storage is what makes it exist.
    const agent = new DataGoogleStorageProjectServiceAccount(this, "storage_agent", {
      project: declaration.project,
      dependsOn: [ring.resource],
    });
    this.bucket = new PrivateBucket(this, "state", {
      ...{ place: declaration, name: declaration.stateBucket },
      key: ring.key(STATE_KEY, { storage: member(agent.emailAddress) }),
      // A damaged state is noticed late: half a year, and never the last fifty versions.
      oldVersions: { days: 180, newer: 50 },
      softDeleteDays: 30,
      preventDestroy: true,
    });
    tagAll(this, sharedTags(environment));
  }
}
