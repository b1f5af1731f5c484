import type { GoogleEnvironment } from "../../model/environment";
import { googleNames, stackId } from "../../model/names";
import type { Service } from "../../model/service";
import { placeOf } from "../resources";
import type { CloudCommands } from "./cloud";
import { code } from "./page";

export function googleCommands(service: Service, environment: GoogleEnvironment): CloudCommands {
  const names = googleNames(placeOf(service));
  const { project, region } = environment;
  return {
    look: [
      "The processor's errors:",
      ...code(
        "sh",
        `gcloud logging read --project ${project} --limit 20 \\`,
        `  'resource.type="cloud_run_revision" AND resource.labels.service_name="${names.processor}" AND severity>=WARNING'`,
      ),
      "One message that was set aside. Without `--auto-ack` it stays:",
      ...code(
        "sh",
        `gcloud pubsub subscriptions pull ${names.deadLetterSubscription} --project ${project} --limit 1 --format json`,
      ),
    ],
    relief: [
      "Give messages that were set aside back, once the cause is gone. Pub/Sub has no redrive: publish each message again, then acknowledge it. One message:",
      ...code(
        "sh",
        `gcloud pubsub subscriptions pull ${names.deadLetterSubscription} --project ${project} --limit 1 --format json > message.json`,
        `gcloud pubsub topics publish ${names.topic} --project ${project} --message "$(jq -r '.[0].message.data' message.json | base64 -d)"`,
        `gcloud pubsub subscriptions ack ${names.deadLetterSubscription} --project ${project} --ack-ids "$(jq -r '.[0].ackId' message.json)"`,
      ),
    ],
    undoRelief: [
      "An event that was published again cannot be taken back. The processor handles one that it had handled before once only.",
    ],
    rollback: [
      `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. Faster, until then, send the traffic to the revision before:`,
      ...code(
        "sh",
        `gcloud run revisions list --project ${project} --region ${region} --service ${names.processor}`,
        `gcloud run services update-traffic ${names.processor} --project ${project} --region ${region} --to-revisions REVISION=100`,
      ),
    ],
    exporter: [
      "The exporter's own log, and that its account has `roles/monitoring.viewer`. Its last answer, in Prometheus:",
      ...code("promql", `stackdriver_monitoring_last_scrape_error{project_id="${project}"}`),
      "The subscription itself:",
      ...code(
        "sh",
        `gcloud pubsub subscriptions describe ${names.subscription} --project ${project}`,
      ),
    ],
  };
}
