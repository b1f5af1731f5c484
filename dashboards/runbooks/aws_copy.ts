import type { AwsEnvironment } from "../../model/environment";
import type { SettledReplication } from "../../model/indicators/replication";
import { awsNames, stackId } from "../../model/names";
import { replicatedStores, type Service } from "../../model/service";
import { awsSignals } from "../../model/signals";
import { placeOf, signalOf } from "../resources";
import { whyUndiscovered } from "./aws_discovery";
import type { CloudCommands } from "./cloud";
import { code } from "./page";

/** Where a copy is, and what has to do with it. */
interface Copied {
  readonly service: Service;
  readonly store: string;
  readonly bucket: string;
  readonly copy: string;
  readonly role: string;
  readonly region: string;
  readonly copyRegion: string;
}

/** For a store of which another region has a copy. */
export function copyCommands(
  service: Service,
  { store }: SettledReplication,
  { region, account }: AwsEnvironment,
): CloudCommands {
  const names = awsNames(placeOf(service));
  const copied: Copied = {
    ...{ service, store, region },
    bucket: names.bucket(store, account),
    copy: names.replica(store, account),
    role: names.replication(store),
    copyRegion: regionOf(service, store),
  };
  return {
    look: [...numbers(copied), ...rule(copied), ...ends(copied), ...oneObject(copied)],
    relief: [],
    undoRelief: [],
    exporter: whyBlind(copied),
    rollback: rollback(copied),
  };
}

/** @throws where there is no copy, which the declaration's rules keep out */
function regionOf(service: Service, store: string): string {
  const found = replicatedStores(service).find(({ name }) => name === store);
  if (found !== undefined) return found.replica.region;
  throw new Error(`${service.name}: expected a store called ${store} that is copied`);
}

function numbers({ service, store, copyRegion, region }: Copied): string[] {
  const place = placeOf(service);
  const of = { store };
  return [
    `How many seconds the copy is behind, and how many bytes and operations wait for it, as S3 says in ${copyRegion}; and what it gave up, as it says in ${region}. What waits is late. What was given up is not tried again:`,
    ...code(
      "promql",
      signalOf(awsSignals.replicationLatency, place, of),
      signalOf(awsSignals.replicationBytes, place, of),
      signalOf(awsSignals.replicationOperations, place, of),
      signalOf(awsSignals.replicationFailures, place, of),
    ),
  ];
}

/** The rule as it is, and whether it may still do its work. */
const rule = ({ bucket, role, region }: Copied): string[] => [
  "Whether the rule is there and enabled, and what its role may do:",
  ...code(
    "sh",
    `aws s3api get-bucket-replication --region ${region} --bucket ${bucket}`,
    `aws iam get-role-policy --role-name ${role} --policy-name ${role}`,
  ),
];

const ends = ({ bucket, copy, region, copyRegion }: Copied): string[] => [
  "Whether both buckets keep versions, and what the copy is encrypted with; a key that is disabled or will be deleted refuses everything:",
  ...code(
    "sh",
    `aws s3api get-bucket-versioning --region ${region} --bucket ${bucket}`,
    `aws s3api get-bucket-versioning --region ${copyRegion} --bucket ${copy}`,
    `aws s3api get-bucket-encryption --region ${copyRegion} --bucket ${copy}`,
  ),
];

const oneObject = ({ bucket, region }: Copied): string[] => [
  "What became of one object: COMPLETED, PENDING or FAILED; nothing of one that is older than the rule:",
  ...code(
    "text",
    `aws s3api head-object --region ${region} --bucket ${bucket} --key KEY --query ReplicationStatus`,
  ),
  "What failed is copied again by a job of S3 Batch Replication over the objects whose status is FAILED, once its cause is gone: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-batch.html>.",
];

const whyBlind = ({ service, copy, copyRegion }: Copied): string[] => [
  ...whyUndiscovered(service, copyRegion, [
    `aws cloudwatch list-metrics --region ${copyRegion} --namespace AWS/S3 --metric-name ReplicationLatency --dimensions Name=DestinationBucket,Value=${copy}`,
  ]),
  "S3 begins 15 minutes after the rule was made, goes on while there is nothing to copy, and ends when the rule, its metrics or the bucket of the copy is gone.",
];

const rollback = ({ service, bucket, copy, region, copyRegion }: Copied): string[] => [
  `Apply the last good commit: \`npx cdktf apply ${stackId(service.environment, service.cell)}\`. What was written while the rule was gone is in no copy: Batch Replication copies it, as above. What is in both, and what is missing:`,
  ...code(
    "sh",
    `aws s3api list-objects-v2 --region ${region} --bucket ${bucket} --query 'Contents[].[Key,ETag]'`,
    `aws s3api list-objects-v2 --region ${copyRegion} --bucket ${copy} --query 'Contents[].[Key,ETag]'`,
  ),
];
