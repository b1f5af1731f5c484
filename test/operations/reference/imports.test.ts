import { ownImports, terraformTypes } from "../../../operations/reference/imports";

const SOURCE = `
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  CloudRunV2ServiceIamMember,
  type CloudRunV2ServiceIamMemberConfig,
} from "@cdktf/provider-google/lib/cloud-run-v2-service-iam-member";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { Key, logsMayUse } from "../key";
import type { Grant } from "../policy";
`;

describe("what a construct's file imports", () => {
  test("a resource's class is its Terraform type; a data source makes nothing, a type neither", () => {
    expect([...terraformTypes(SOURCE)]).toEqual([
      ["SqsQueue", "aws_sqs_queue"],
      ["CloudRunV2ServiceIamMember", "google_cloud_run_v2_service_iam_member"],
    ]);
  });

  test("files of its own are named from the root; those of which it takes types are left out", () => {
    expect(ownImports("constructs/aws/http/http_api.ts", SOURCE)).toEqual([
      "constructs/aws/key.ts",
    ]);
  });
});
