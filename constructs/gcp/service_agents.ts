import { member } from "./project";

/**
 * Google's own accounts of a project, as IAM members. Google uses a customer's key, or publishes to
 * a dead-letter topic, as one of these; each gets exactly what it needs where it needs it.
 * Cloud Logging's is not among them: projects differ, so `LogBucket` asks the API for it.
 *
 * @see https://cloud.google.com/iam/docs/service-agents
 */
export function serviceAgents(projectNumber: string) {
  const agent = (domain: string) =>
    member(`service-${projectNumber}@${domain}.iam.gserviceaccount.com`);
  return {
    pubsub: agent("gcp-sa-pubsub"),
    firestore: agent("gcp-sa-firestore"),
    storage: agent("gs-project-accounts"),
    functions: agent("gcf-admin-robot"),
    run: agent("serverless-robot-prod"),
    artifactRegistry: agent("gcp-sa-artifactregistry"),
    eventarc: agent("gcp-sa-eventarc"),
  };
}

/**
 * Who uses the key of a function: the page names these five for every function, one that is called
 * over HTTP too.
 *
 * @see https://cloud.google.com/functions/docs/securing/cmek
 */
export function functionKeyUsers(projectNumber: string): Readonly<Record<string, string>> {
  const { functions, run, artifactRegistry, storage, eventarc } = serviceAgents(projectNumber);
  return { functions, run, artifact_registry: artifactRegistry, storage, eventarc };
}
