import { DataGoogleLoggingProjectCmekSettings } from "@cdktf/provider-google/lib/data-google-logging-project-cmek-settings";
import { LoggingProjectBucketConfig } from "@cdktf/provider-google/lib/logging-project-bucket-config";
import { LoggingProjectExclusion } from "@cdktf/provider-google/lib/logging-project-exclusion";
import { LoggingProjectSink } from "@cdktf/provider-google/lib/logging-project-sink";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { KeyRing } from "./keys";
import { checkLogRetention } from "./limits";
import { member, type Project } from "./project";

export interface LogBucketProps {
  readonly place: Project;

  /** The log bucket's id, and the name of its sink and exclusion. */
  readonly name: string;

  /** The Cloud Run service whose logs it keeps. */
  readonly service: string;

  /** Where the bucket's key is made. */
  readonly keys: KeyRing;

  /**
   * The key's name.
   *
   * @default "logs"
   */
  readonly keyName?: string;

  /**
   * Days for which logs are kept, 1 to 3650.
   *
   * @default 30
   */
  readonly retentionDays?: number;
}

/**
 * The logs of one service, with a retention and a key of their own. The project's `_Default` bucket
 * would keep them for 30 days under Google's key, whatever was declared: a sink brings them here, and
 * an exclusion keeps them out of there.
 */
export class LogBucket extends Construct {
  readonly bucket: LoggingProjectBucketConfig;
  readonly sink: LoggingProjectSink;
  readonly exclusion: LoggingProjectExclusion;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LogBucketProps,
  ) {
    super(scope, id);
    const { project } = props.place;
    const filter = serviceFilter(props.place, props.service);
    this.bucket = this.makeBucket();
    this.sink = new LoggingProjectSink(this, "sink", {
      ...{ name: props.name, project, filter },
      description: `Logs of ${props.service}, kept in a bucket of their own`,
      destination: `logging.googleapis.com/${this.bucket.id}`,
      uniqueWriterIdentity: true,
    });
    this.exclusion = new LoggingProjectExclusion(this, "exclusion", {
      ...{ name: props.name, project, filter },
      description: `Logs of ${props.service} are in the log bucket ${props.name}`,
      // Only when they arrive elsewhere.
      dependsOn: [this.sink],
    });
  }

  private makeBucket(): LoggingProjectBucketConfig {
    const { place, name, service, retentionDays = 30 } = this.props;
    checkLogRetention(this, retentionDays);
    const key = this.props.keys.key(this.props.keyName ?? "logs", { logging: this.loggingAgent() });
    return new LoggingProjectBucketConfig(this, MAIN, {
      ...{ project: place.project, location: place.region, bucketId: name, retentionDays },
      description: `Logs of ${service}`,
      cmekSettings: { kmsKeyName: key.id },
      dependsOn: [...key.grants],
    });
  }

  /**
   * The account as which Cloud Logging uses keys. Projects differ in its form, and asking for it is
   * what makes it exist. It is asked for only when the ring is there, so that the first plan needs no
   * answer; the ring never changes, so that later plans never show it as unknown.
   */
  private loggingAgent(): string {
    const settings = new DataGoogleLoggingProjectCmekSettings(this, "settings", {
      project: this.props.place.project,
      dependsOn: [this.props.keys.resource],
    });
    return member(settings.serviceAccountId);
  }
}

/** What a 2nd-generation function writes is logged by its Cloud Run service. */
function serviceFilter({ region }: Project, service: string): string {
  return [
    'resource.type="cloud_run_revision"',
    `resource.labels.service_name="${service}"`,
    `resource.labels.location="${region}"`,
  ].join(" AND ");
}
