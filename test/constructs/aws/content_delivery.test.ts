import { dev } from "../../../environments/dev";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { changed } from "../../model/fixtures";
import { origin, resource, statements, synthesizeAll } from "../support/synth";

const cellOf = (service: ServiceDeclaration) =>
  synthesizeAll([{ ...dev, services: [service] }]).find(({ id }) => id === "dev-c01")!.json;

const cell = cellOf(catalogImages);

const DISTRIBUTIONS = {
  ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" },
};

const policyOf = (json: typeof cell, address: string) =>
  statements(resource(json, address).policy).find(({ Sid }) => /^CloudFront/.test(String(Sid)));

test("the distributions of the account read the objects that are handed out, and list none", () => {
  expect(policyOf(cell, "aws_s3_bucket_policy.catalog_images_images_policy")).toEqual({
    Sid: "CloudFrontReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::${aws_s3_bucket.catalog_images_images.bucket}/*",
    Condition: DISTRIBUTIONS,
  });
});

test("they decrypt, and encrypt nothing", () => {
  expect(policyOf(cell, "aws_kms_key.catalog_images_data_key")).toMatchObject({
    Action: "kms:Decrypt",
    Condition: DISTRIBUTIONS,
  });
});

test("they read no other store of the service", () => {
  const json = cellOf(changed(catalogImages, "stores.originals", { kind: "object" }));
  const address = "aws_s3_bucket_policy.catalog_images_originals_policy";
  expect(policyOf(json, address)).toBeUndefined();
  expect(json.output).toMatchObject({
    catalog_images_images_bucket: { value: "${aws_s3_bucket.catalog_images_images.bucket}" },
    catalog_images_originals_bucket: { value: "${aws_s3_bucket.catalog_images_originals.bucket}" },
  });
});

test("each store points at the line of the declaration that it came from", () => {
  expect(origin(cell, "aws_s3_bucket_metric.catalog_images_images_requests")).toEqual({
    path: "catalog-images.stores.images",
  });
  expect(origin(cell, "aws_kms_key.catalog_images_data_key")).toEqual({
    path: "catalog-images.stores",
  });
});

test("where nothing is handed out there is no edge", () => {
  const ids = synthesizeAll([{ ...dev, services: [orders] }]).map(({ id }) => id);
  expect(ids).toEqual(["dev-bootstrap", "dev-network", "dev-observability", "dev-c01"]);
});

describe("a service with code of its own", () => {
  const json = cellOf(changed(storefront, "stores.receipts", { kind: "object" }));
  const handler = "aws_lambda_function.storefront_handler";
  const grants = statements(resource(json, "aws_iam_role_policy.storefront_handler_grants").policy);
  const granted = (sid: string) => grants.find(({ Sid }) => Sid === sid);

  test("finds its bucket by a variable", () => {
    expect(resource(json, handler).environment).toMatchObject({
      variables: { RECEIPTS_BUCKET: "${aws_s3_bucket.storefront_receipts.bucket}" },
    });
  });

  test("reads and writes objects of its own, and deletes and lists none", () => {
    expect(granted("GetPutObjects")).toEqual({
      Sid: "GetPutObjects",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: "arn:aws:s3:::${aws_s3_bucket.storefront_receipts.bucket}/*",
    });
  });

  test("does what it declares, and uses their key as far as that takes it", () => {
    const receipts = { kind: "object", access: ["list", "delete"] };
    const of = cellOf(changed(storefront, "stores.receipts", receipts));
    const { policy } = resource(of, "aws_iam_role_policy.storefront_handler_grants");
    const about = statements(policy).filter(({ Sid }) => /Objects|BucketKey/.test(String(Sid)));
    expect(about.map(({ Sid, Action }) => [Sid, Action])).toEqual([
      ["DeleteObjects", "s3:DeleteObject"],
      ["ListObjects", "s3:ListBucket"],
    ]);
    const reader = cellOf(
      changed(storefront, "stores.receipts", { kind: "object", access: ["get"] }),
    );
    const grants = statements(
      resource(reader, "aws_iam_role_policy.storefront_handler_grants").policy,
    );
    expect(grants.find(({ Sid }) => Sid === "ReadBucketKey")).toMatchObject({
      Action: "kms:Decrypt",
    });
  });

  test("uses their key through S3 alone", () => {
    expect(granted("UseBucketKey")).toMatchObject({
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
    });
  });
});
