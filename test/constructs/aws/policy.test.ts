import {
  aliasedFunctionArn,
  bucketArn,
  kmsAliasArn,
  partition,
  queueArn,
} from "../../../constructs/aws/arn";
import { policyDocument, type Grant } from "../../../constructs/aws/policy";

const grant = (sid: string, actions: string[]): Grant => ({ sid, actions, resources: ["r"] });

test("the same grants in another order give the same document", () => {
  const one = policyDocument([grant("B", ["s:Y", "s:X"]), grant("A", ["s:Z"])]);
  expect(policyDocument([grant("A", ["s:Z"]), grant("B", ["s:X", "s:Y"])])).toBe(one);
  expect(one).toBe(
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s:Z","Resource":"r"},{"Sid":"B","Effect":"Allow","Action":["s:X","s:Y"],"Resource":"r"}]}',
  );
});

test("grants that differ in their resources alone are one statement, and the same one twice is one", () => {
  const on = (resource: string): Grant => ({ ...grant("A", ["s:X"]), resources: [resource] });
  expect(policyDocument([on("b"), on("a"), on("b")])).toBe(
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s:X","Resource":["a","b"]}]}',
  );
});

test("one id for two meanings is a mistake", () => {
  expect(() => policyDocument([grant("A", ["s:X"]), grant("A", ["s:Y"])])).toThrow(
    "A: expected one meaning in a policy, got two; give one another sid",
  );
});

test("a grant of nothing is a mistake", () => {
  expect(() => policyDocument([grant("A", [])])).toThrow(
    "A: expected at least one action and one resource, got none; leave the grant out",
  );
});

test.each([
  ["us-east-1", "aws"],
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
])("%s is in the partition %s", (region, expected) => {
  expect(partition(region)).toBe(expected);
});

test("ARNs are made of an account, a region and a name", () => {
  const at = { account: "123456789012", region: "cn-north-1" };
  expect(queueArn(at, "q")).toBe("arn:aws-cn:sqs:cn-north-1:123456789012:q");
  expect(kmsAliasArn(at, "alias/k")).toBe("arn:aws-cn:kms:cn-north-1:123456789012:alias/k");
  expect(aliasedFunctionArn(at, "f", "live")).toBe(
    "arn:aws-cn:lambda:cn-north-1:123456789012:function:f:live",
  );
  expect(bucketArn("us-east-1", "b")).toBe("arn:aws:s3:::b");
});
