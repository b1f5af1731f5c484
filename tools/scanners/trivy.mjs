// Which check of Trivy judges which resource type: read from a checkout of github.com/aquasecurity/trivy-checks.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

export function facts(checkout) {
  if (checkout === undefined)
    throw new Error("trivy: name a checkout of github.com/aquasecurity/trivy-checks");
  const types = {};
  for (const metadata of metadataBelow(path.join(checkout, "checks", "cloud")))
    for (const type of judged(metadata, checkout)) (types[type] ??= []).push(metadata.custom.id);
  return { version: tagOf(checkout), types };
}

/** A released version: what lies between two is nobody's. */
function tagOf(checkout) {
  const run = { cwd: checkout, encoding: "utf8" };
  return execFileSync("git", ["describe", "--tags", "--exact-match"], run).trim().replace(/^v/, "");
}

function metadataBelow(folder) {
  return ["aws", "google"]
    .flatMap((cloud) =>
      readdirSync(path.join(folder, cloud), { recursive: true, encoding: "utf8" }).map((name) =>
        path.join(folder, cloud, name),
      ),
    )
    .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego"))
    .sort()
    .map(metadataOf);
}

function metadataOf(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return parse(
    lines
      .slice(1, end)
      .map((line) => line.slice(2))
      .join("\n"),
  );
}

/** The types that a check's examples show, less those that are only beside it; some have no example. */
function judged({ custom }, checkout) {
  if (JUDGED[custom.id] !== undefined) return JUDGED[custom.id];
  const shown =
    custom.examples === undefined ? [] : exampleTypes(path.join(checkout, custom.examples));
  const own = shown.filter((type) => OWN[custom.service]?.test(type) ?? !BESIDE.test(type));
  return own.length > 0 ? [...new Set(own.flatMap(bindings))] : [`service.${custom.service}`];
}

const exampleTypes = (file) =>
  [...readFileSync(file, "utf8").matchAll(/resource "?(\w+)"? "/g)].map(([, type]) => type);

/** A binding and a member grant the same; an example shows either. */
const bindings = (type) => {
  const target = /^(google_\w+_iam)_(binding|member)$/.exec(type)?.[1];
  return target === undefined ? [type] : [`${target}_binding`, `${target}_member`];
};

/** What the checks of a service judge, where their examples show other things too. */
const OWN = {
  cloudwatch: /^aws_cloudwatch_/,
  dynamodb: /^aws_(dynamodb|dax)_/,
  iam: /^(aws_iam_|google_(project|folder|organization|iam)(_|$))|_iam_/,
  kms: /^(aws_kms_|google_kms_crypto_)/,
  lambda: /^aws_lambda_/,
  s3: /^aws_s3_/,
  sns: /^aws_sns_/,
  sqs: /^aws_sqs_/,
  storage: /^google_storage_/,
};

/** What examples of other services need: a key, a role, a bucket for logs. */
const BESIDE = /^(aws_(kms|s3|iam|cloudwatch_log)_|google_(service_account$|kms_|storage_))/;

/** A policy document, wherever it is written. */
const POLICIES = [
  "aws_iam_policy",
  "aws_iam_role_policy",
  "aws_iam_group_policy",
  "aws_iam_user_policy",
];

const JUDGED = {
  "AWS-0057": ["aws_iam_role", ...POLICIES],
  "AWS-0089": ["aws_s3_bucket", "aws_s3_bucket_logging"],
  "AWS-0132": ["aws_s3_bucket", "aws_s3_bucket_server_side_encryption_configuration"],
  "AWS-0171": ["aws_cloudtrail"],
  "AWS-0172": ["aws_cloudtrail"],
  "AWS-0320": ["aws_s3_bucket"],
  "AWS-0342": POLICIES,
  "AWS-0345": ["aws_iam_role", ...POLICIES],
  "AWS-0346": POLICIES,
};
