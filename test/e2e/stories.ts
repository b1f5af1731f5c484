import type { TerraformJson } from "../../constructs/terraform_json";
import { dev } from "../../environments/dev";
import type { EnvironmentDeclaration } from "../../model/environment";
import { COSTED, synthesizeAll } from "../constructs/support/synth";
import { privateStack, WITH_CODE } from "./edge";
import { jobStacks } from "./batch";
import { containedStacks } from "./containers";
import { namesStack } from "./dns";
import { eventsStack } from "./events";
import { AFTER, networkStack } from "./network";
import { filesStack } from "./files";
import { graphqlStack } from "./graphql";
import { outboxStack } from "./outbox";
import { regionStacks } from "./regions";
import { rolloutStack } from "./rollout";
import { secretsStack } from "./secrets";
import { USERS } from "./sign_in";
import { workflowStack } from "./workflow";

const stacksOf = (environment: EnvironmentDeclaration, ...parts: readonly string[]) =>
  synthesizeAll([environment])
    .filter(({ id }) => parts.some((part) => id === `${environment.name}-${part}`))
    .map(({ json }) => json);

/** What each story applies, plans again and destroys, by the name of its file. */
export const STORIES: Readonly<Record<string, () => readonly TerraformJson[]>> = {
  batch: () => Object.values(jobStacks()),
  containers: () => Object.values(containedStacks()),
  cost: () => stacksOf(COSTED, "observability"),
  dns: () => [namesStack()],
  edge: () => [...stacksOf(WITH_CODE, "c01", "edge", "network"), privateStack()],
  events: () => [eventsStack()],
  files: () => [filesStack()],
  graphql: () => [graphqlStack().json],
  lifecycle: () => stacksOf(dev, "bootstrap", "network", "c01"),
  network: () => [networkStack(AFTER)],
  opentofu: () => stacksOf(dev, "bootstrap", "network", "c01"),
  outbox: () => [outboxStack().json],
  regions: () => regionStacks(),
  rollout: () => [rolloutStack(1)],
  secrets: () => [secretsStack()],
  sign_in: () => stacksOf(USERS, "c01", "network"),
  workflow: () => [workflowStack().json],
};

/** Types that Plinth makes and no story applies, and why. */
const NO_ACCELERATOR = "neither emulator has Global Accelerator";
const NO_VAULT =
  "ministack has vaults, plans and selections, moto has locks: none has all that a cell's backups are";
const NO_STEPS =
  "moto has applications, groups and deployments of CodeDeploy, and no configuration that says their steps";
const NO_ALERTMANAGER =
  "moto has workspaces and their rules, and no Alertmanager for them: the stack has all three";
const NO_ENDPOINT =
  "moto gives a model a network and a configuration a capture that nobody asked for, so that no second plan is empty, and ministack has none of them";
const NO_HOST =
  "ministack has stores and their keys; the provider asks for keys at a host that begins with the account's number (123456789012.127.0.0.1), and there is none";

export const UNTRIED: Readonly<Record<string, string>> = {
  aws_backup_plan: NO_VAULT,
  aws_backup_selection: NO_VAULT,
  aws_backup_vault: NO_VAULT,
  aws_backup_vault_lock_configuration: NO_VAULT,
  aws_cloudfront_key_value_store: NO_HOST,
  aws_cloudfrontkeyvaluestore_key: NO_HOST,
  aws_codedeploy_app: NO_STEPS,
  aws_codedeploy_deployment_config: NO_STEPS,
  aws_codedeploy_deployment_group: NO_STEPS,
  aws_cognito_risk_configuration: "neither emulator knows what a pool does about a risk",
  aws_dlm_lifecycle_policy: "neither emulator has Data Lifecycle Manager",
  aws_egress_only_internet_gateway:
    "it is made with addresses of IPv6, and moto, where networks are, makes no subnet that has them",
  aws_globalaccelerator_accelerator: NO_ACCELERATOR,
  aws_globalaccelerator_endpoint_group: NO_ACCELERATOR,
  aws_globalaccelerator_listener: NO_ACCELERATOR,
  aws_lambda_provisioned_concurrency_config:
    "ministack takes it; no service of a story is kept warm",
  aws_prometheus_alert_manager_definition: NO_ALERTMANAGER,
  aws_prometheus_rule_group_namespace: NO_ALERTMANAGER,
  aws_prometheus_workspace: NO_ALERTMANAGER,
  aws_sagemaker_endpoint: NO_ENDPOINT,
  aws_sagemaker_endpoint_configuration: NO_ENDPOINT,
  aws_sagemaker_model: NO_ENDPOINT,
  aws_s3_bucket_object_lock_configuration:
    "both emulators take it; no bucket of a story is locked, since what is locked is not removed",
};
