import { z } from "zod";
import { backupShape } from "./backup/shape";
import { fleetShape } from "./cells/shape";
import { costShape } from "./cost/shape";
import { dnsShape } from "./dns/shape";
import { eventBusShape, outboxShape, publishesShape } from "./events/shape";
import { enforcementShape, exemptionsShape, freezeExceptionsShape } from "./gate/shape";
import { objectiveShape } from "./indicators";
import {
  domainName,
  identifier,
  isText,
  kindOf,
  list,
  logRetention,
  oneOf,
  pattern,
  rate,
  serviceName,
  tagValue,
  text,
} from "./leaves";
import { modelsShape } from "./foundation_models/shape";
import { loadBalancerShape } from "./load_balancing/shape";
import { maintenanceShape } from "./maintenance";
import { networkShape } from "./network/shape";
import { pipelineShape } from "./pipeline";
import { leaf, shape } from "./problems";
import { regionsShape } from "./regions/shape";
import { secretsShape } from "./secrets/shape";
import { signInShape } from "./sign_in/shape";
import { storeShape } from "./stores/shape";
import { toolShape } from "./tool";
import { workloadShape } from "./workloads/shape";
import { privateCaArn } from "./workloads/containers/private_ca";

/** The shapes of what engineers write, field by field. What fields mean to one another is `model/rules.ts`. */

const owner = shape({ team: tagValue, contact: text("where people reach the team") });

const rawResource = shape({
  cloud: oneOf("aws", "google"),
  type: pattern("a Terraform type such as aws_sns_topic", /^(aws|google)_[a-z0-9_]+$/),
  id: pattern("lower-case letters, digits and underscores", /^[a-z][a-z0-9_]{0,62}$/),
  attributes: z.record(z.string(), z.unknown(), {
    error: () => "expected an object of Terraform arguments",
  }),
});

const contractFile = pattern(
  "a file of the repository that ends with .proto, .graphql, .graphqls, .gql, .yaml, .yml or .json, such as contracts/orders.proto",
  /^([\w-][\w.-]*\/)*[\w-][\w.-]*\.(proto|graphql|graphqls|gql|yaml|yml|json)$/,
);

export const serviceShape = shape({
  name: serviceName,
  description: text("a sentence of at most 500 characters"),
  owner,
  costCenter: tagValue,
  workload: workloadShape,
  stores: z.record(identifier, storeShape, { error: () => "expected an object of stores by name" }),
  secrets: secretsShape.optional(),
  models: modelsShape.optional(),
  invokes: list(serviceName, "service names").optional(),
  publishes: publishesShape,
  outbox: outboxShape,
  dependsOn: list(serviceName, "service names"),
  traffic: shape({ averagePerSecond: rate, peakPerSecond: rate }),
  objectives: list(objectiveShape, "objectives (say [] for none)"),
  maintenance: maintenanceShape,
  contracts: list(contractFile, "contract files").optional(),
  extend: list(rawResource, "resources").optional(),
});

const httpsAddress = leaf<string>(
  "an https address without a slash at the end",
  (value) => isText(value) && /^https:\/\/[^\s/]+(\/\S*[^\s/])?$/.test(value),
);

const bucketName = pattern(
  "a bucket name of 3 to 63 lower-case letters, digits and dashes",
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
);

const region = (example: string) =>
  pattern(`a region such as ${example}`, /^[a-z]+-([a-z]+-)*[a-z]*\d+$/);

const topicArn = pattern(
  "the ARN of an SNS topic",
  /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/,
);

const certificateArn = pattern(
  "the ARN of a certificate of ACM",
  /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
);

const channelName = pattern(
  "a notification channel such as projects/example/notificationChannels/123",
  /^projects\/[a-z0-9-]+\/notificationChannels\/\d+$/,
);

const environmentBase = {
  name: pattern(
    "2 to 10 lower-case letters, digits and dashes, starting with a letter",
    /^[a-z][a-z0-9-]{0,8}[a-z0-9]$/,
  ),
  stage: oneOf("development", "production"),
  owner,
  costCenter: tagValue,
  logRetention: logRetention.optional(),
  links: shape({ grafana: httpsAddress, runbooks: httpsAddress }),
  alerting: shape({
    page: httpsAddress,
    ticket: httpsAddress,
    watchdog: httpsAddress.optional(),
  }),
  cost: costShape.optional(),
  maintenance: maintenanceShape,
  network: networkShape.optional(),
  dns: dnsShape.optional(),
  signIn: signInShape.optional(),
  loadBalancer: loadBalancerShape.optional(),
  tool: toolShape.optional(),
  undetermined: oneOf("warn", "deny").optional(),
  enforcement: enforcementShape.optional(),
  exemptions: exemptionsShape.optional(),
  freezeExceptions: freezeExceptionsShape.optional(),
  services: list(z.unknown(), "services"),
  stateBucket: bucketName,
};

export const environmentShape = z.discriminatedUnion(
  "cloud",
  [
    shape({
      ...environmentBase,
      cloud: z.literal("aws"),
      account: pattern("the 12 digits of an account", /^\d{12}$/),
      cells: fleetShape.optional(),
      regions: regionsShape.optional(),
      region: region("us-east-1"),
      edge: shape({ domain: domainName, certificate: certificateArn.optional() }).optional(),
      managedAlerting: shape({
        page: topicArn,
        ticket: topicArn,
        watchdog: topicArn.optional(),
      }).optional(),
      pipeline: pipelineShape.optional(),
      backup: backupShape,
      privateCa: privateCaArn.optional(),
      eventBus: eventBusShape,
    }),
    shape({
      ...environmentBase,
      cloud: z.literal("google"),
      project: pattern("a project's id", /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
      projectNumber: pattern("a project's number", /^\d{6,14}$/),
      region: region("us-central1"),
      managedAlerting: shape({ page: channelName, ticket: channelName }).optional(),
    }),
  ],
  { error: (issue) => `expected "aws" or "google", got ${kindOf(issue.input, "cloud")}` },
);
