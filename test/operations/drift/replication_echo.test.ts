import { classify } from "../../../operations/drift/classify";
import { change, planOf } from "./plans";

/** As the provider 5.100.0 read both ends of one rule on an emulator, after an apply. */
const destination = {
  ...{ bucket: "arn:aws:s3:::copy", storage_class: "", access_control_translation: [] },
};
const timed = [{ minutes: 15, status: "Enabled" }];
const counted = [{ minutes: 0, status: "Enabled" }];

const inBucket = (held: object = {}, where: object = {}) => ({
  role: "arn:aws:iam::123456789012:role/x",
  rules: [
    {
      ...{ id: "everything", priority: 1, status: "Enabled", prefix: "" },
      delete_marker_replication_status: "Enabled",
      filter: [{ prefix: null, tags: null }],
      source_selection_criteria: [{ sse_kms_encrypted_objects: [{ enabled: true }] }],
      destination: [
        {
          ...{ ...destination, account_id: "", replica_kms_key_id: "key" },
          ...{ metrics: counted, replication_time: [], ...where },
        },
      ],
      ...held,
    },
  ],
});

const own = (held: object = {}, where: object = {}) => ({
  bucket: "o",
  role: "arn:aws:iam::123456789012:role/x",
  rule: [
    {
      ...{ id: "everything", priority: 1, status: "Enabled", prefix: "" },
      delete_marker_replication: [{ status: "Enabled" }],
      existing_object_replication: [],
      filter: [{ and: [], prefix: "", tag: [] }],
      source_selection_criteria: [
        { replica_modifications: [], sse_kms_encrypted_objects: [{ status: "Enabled" }] },
      ],
      destination: [
        {
          ...{ ...destination, account: "", replication_time: [] },
          encryption_configuration: [{ replica_kms_key_id: "key" }],
          metrics: [{ event_threshold: [], status: "Enabled" }],
          ...where,
        },
      ],
      ...held,
    },
  ],
});

function classOf(bucket: object, setter: Record<string, unknown>) {
  const at = { id: "o", bucket: "o" };
  const drift = change(
    "aws_s3_bucket",
    ["update"],
    { ...at, replication_configuration: [] },
    { ...at, replication_configuration: [bucket] },
  );
  const rule = change("aws_s3_bucket_replication_configuration", ["no-op"], setter, setter);
  return classify(planOf([drift], [rule])).find(({ type }) => type === "aws_s3_bucket")?.class;
}

test("the rule by which a bucket is copied, which is a resource of its own, is an echo", () => {
  expect(classOf(inBucket(), own())).toBe("echo");
});

test("with time control and without marks of deletion too", () => {
  const bucket = inBucket(
    { delete_marker_replication_status: "" },
    { metrics: timed, replication_time: timed },
  );
  const minutes = [{ minutes: 15 }];
  const setter = own(
    { delete_marker_replication: [{ status: "Disabled" }] },
    {
      metrics: [{ event_threshold: minutes, status: "Enabled" }],
      replication_time: [{ time: minutes, status: "Enabled" }],
    },
  );
  expect(classOf(bucket, setter)).toBe("echo");
});

test.each([
  ["a rule that was switched off", inBucket({ status: "Disabled" })],
  ["marks that are no longer copied", inBucket({ delete_marker_replication_status: "" })],
  ["another key", inBucket({}, { replica_kms_key_id: "other" })],
  ["another bucket", inBucket({}, { bucket: "arn:aws:s3:::other" })],
  ["metrics that were switched off", inBucket({}, { metrics: [] })],
  ["another role", { ...inBucket(), role: "arn:aws:iam::123456789012:role/y" }],
  ["a part of the objects alone", inBucket({ filter: [{ prefix: "a/", tags: null }] })],
])("%s is drift", (_, bucket) => {
  expect(classOf(bucket, own())).toBe("silent");
});
