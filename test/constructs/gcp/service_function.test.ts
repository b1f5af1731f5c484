import { CodeSource } from "../../../constructs/gcp/code_source";
import {
  ServiceFunction,
  type ServiceFunctionProps,
} from "../../../constructs/gcp/service_function";
import { alone, place, resource, resources, SHA256 } from "./support";

const key = { id: "projects/p/locations/r/keyRings/k/cryptoKeys/c", grants: [] };
const names = { processor: "worker", runAccount: "worker-run", buildAccount: "worker-build" };

const worker = (props: Partial<ServiceFunctionProps> = {}) =>
  alone((scope) => {
    const code = new CodeSource(scope, "source", {
      ...{ place, key, name: "some-store", prefix: "thing" },
      ...{ path: "assets/thing.zip", sha256: SHA256 },
    });
    new ServiceFunction(scope, "worker", {
      ...{ place, key, code, names, description: "Works.", entryPoint: "work" },
      environment: { A: "b" },
      ...props,
    });
  });

test("a function is internal, bounded, encrypted, and runs and is built as accounts of its own", () => {
  expect(resource(worker(), "google_cloudfunctions2_function.worker")).toEqual({
    name: "worker",
    project: "example-plinth-dev",
    location: "us-central1",
    description: "Works.",
    kms_key_name: key.id,
    build_config: {
      runtime: "nodejs22",
      entry_point: "work",
      docker_repository: "${google_artifact_registry_repository.worker_images.id}",
      service_account: "${google_service_account.worker_build.id}",
      source: {
        storage_source: {
          bucket: "${google_storage_bucket.source.name}",
          object: "${google_storage_bucket_object.source_zip.name}",
        },
      },
    },
    service_config: {
      available_memory: "512Mi",
      timeout_seconds: 60,
      min_instance_count: 0,
      max_instance_count: 100,
      max_instance_request_concurrency: 1,
      ingress_settings: "ALLOW_INTERNAL_ONLY",
      all_traffic_on_latest_revision: true,
      service_account_email: "${google_service_account.worker_run_account.email}",
      environment_variables: { A: "b" },
    },
    depends_on: [
      "google_artifact_registry_repository_iam_member.worker_images_builder",
      "google_project_iam_member.worker_build_source_reader",
      "google_project_iam_member.worker_build_log_writer",
    ],
  });
});

test("memory, time and instances can be set", () => {
  const json = worker({ memoryMiB: 1024, timeoutSeconds: 30, maxInstances: 7 });
  expect(resource(json, "google_cloudfunctions2_function.worker").service_config).toMatchObject({
    ...{ available_memory: "1024Mi", timeout_seconds: 30, max_instance_count: 7 },
  });
});

test("images are kept under the function's key, the newest always", () => {
  expect(resource(worker(), "google_artifact_registry_repository.worker_images")).toEqual({
    repository_id: "worker",
    project: "example-plinth-dev",
    location: "us-central1",
    format: "DOCKER",
    kms_key_name: key.id,
    cleanup_policies: [
      { id: "keep-latest", action: "KEEP", most_recent_versions: { keep_count: 10 } },
      { id: "delete-old", action: "DELETE", condition: { older_than: "2592000s" } },
    ],
    depends_on: [],
  });
});

test("the building account reads sources, writes to one repository and logs", () => {
  const grants = resources(worker())
    .filter(({ attributes }) => String(attributes.member).includes("worker_build"))
    .map(({ attributes }) => [attributes.role, attributes.condition]);
  expect(grants).toEqual([
    ["roles/artifactregistry.writer", undefined],
    [
      "roles/storage.objectViewer",
      {
        title: "only-function-sources",
        description: "The buckets into which Google copies the sources of functions",
        expression:
          'resource.name.startsWith("projects/_/buckets/gcf-v2-sources-123456789012-us-central1")',
      },
    ],
    ["roles/logging.logWriter", undefined],
  ]);
});

test("nobody may call a function until somebody is granted to", () => {
  const invokers = resources(worker()).filter(
    ({ attributes }) => attributes.role === "roles/run.invoker",
  );
  expect(invokers).toEqual([]);
});
