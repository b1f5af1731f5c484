import {
  describeLock,
  diagnostics,
  failureKind,
  lockInfoIn,
  lockInfoOf,
} from "../../../operations/terraform/errors";

/** As Terraform 1.11.4 and OpenTofu 1.10.10 print it. */
const LOCKED = `
Error: Error acquiring the state lock

Error message: operation error S3: PutObject, https response error
StatusCode: 412, RequestID: 7884ad56, HostID:
4MGu1pVV, api error
PreconditionFailed: At least one of the pre-conditions you specified did not
hold
Lock Info:
  ID:        5f7d1c1e-0000-4000-8000-000000000000
  Path:      a-bucket/dev-c01/terraform.tfstate
  Operation: OperationTypeApply
  Who:       operator@host
  Version:   1.11.4
  Created:   2026-11-20 10:00:00 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time. Please resolve the issue above and try
again.`;

const WHO = {
  id: "5f7d1c1e-0000-4000-8000-000000000000",
  operation: "OperationTypeApply",
  who: "operator@host",
  created: "2026-11-20 10:00:00 +0000 UTC",
};

test("a held lock says who holds it", () => {
  expect(failureKind(LOCKED)).toBe("locked");
  expect(lockInfoIn(LOCKED)).toEqual(WHO);
  const framed = LOCKED.split("\n").map((line) => `│ ${line}`);
  expect(lockInfoIn(framed.join("\n"))).toEqual(WHO);
  expect(describeLock(WHO)).toBe(
    "OperationTypeApply by operator@host since 2026-11-20 10:00:00 +0000 UTC, lock id 5f7d1c1e-0000-4000-8000-000000000000",
  );
});

test.each([
  ["stale-plan", "Error: Saved plan is stale"],
  ["unauthorised", "Error acquiring the state lock\n api error AccessDenied: Access Denied"],
  ["unauthorised", "User: arn:aws:sts::1:assumed-role/x is not authorized to perform: sqs:x"],
  ["unauthorised", "Error: No valid credential sources found"],
  ["unauthorised", "googleapi: Error 403: Permission denied"],
  ["no-bucket", "Error: Failed to get existing workspaces: S3 bucket does not exist."],
  ["no-bucket", 'Error: S3 bucket "a-bucket" does not exist.'],
  ["no-bucket", "StatusCode: 404, RequestID: 08c5f9af, HostID: YGOZ, NoSuchBucket: "],
  ["no-bucket", "querying Cloud Storage failed: storage: bucket doesn't exist"],
  ["no-backend", 'Error: Backend initialization required, please run "terraform init"'],
  ["no-backend", "Error: Required plugins are not installed"],
  ["other", "Error: Invalid reference"],
])("%s: %s", (kind, output) => {
  expect(failureKind(output)).toBe(kind);
});

test("a lock object that is no JSON is a lock all the same", () => {
  expect(lockInfoOf("not JSON")).toEqual({ id: "unknown" });
  expect(lockInfoOf('{"ID":"1","Who":"operator@host","Operation":""}')).toEqual({
    id: "1",
    who: "operator@host",
  });
});

test("a diagnostic loses its frame", () => {
  expect(diagnostics("╷\n│ Error: no\n│ \n│   on main.tf line 1\n╵\n")).toBe(
    "Error: no\n  on main.tf line 1",
  );
});
