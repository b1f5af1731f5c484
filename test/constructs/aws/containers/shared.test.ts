import { Cluster } from "../../../../constructs/aws/containers/cluster";
import {
  ImageRepository,
  type ImageRepositoryProps,
} from "../../../../constructs/aws/containers/image_repository";
import { awsClusterNames, awsImageNames } from "../../../../model/names";
import { CONTAINED, LOCATION, resource, synthesizeAll, synthesizeOne } from "../../support/synth";

const images = (props: Partial<ImageRepositoryProps> = {}) =>
  synthesizeOne((stack) => {
    new ImageRepository(stack, "images", {
      ...{ names: awsImageNames("dev", "basket"), service: "basket", location: LOCATION },
      ...props,
    });
  });

test("tags never move, images are scanned as they are pushed, under a key of their own", () => {
  expect(resource(images(), "aws_ecr_repository.images")).toEqual({
    ...{ name: "dev-bootstrap-basket", image_tag_mutability: "IMMUTABLE", force_delete: false },
    image_scanning_configuration: { scan_on_push: true },
    encryption_configuration: [
      { encryption_type: "KMS", kms_key: "${aws_kms_key.images_key.arn}" },
    ],
    lifecycle: { prevent_destroy: true },
  });
});

test("one that is not protected goes with its images", () => {
  expect(resource(images({ protected: false }), "aws_ecr_repository.images")).toMatchObject({
    force_delete: true,
  });
});

test("what has no tag goes after a day, and of the rest the newest stay", () => {
  const { policy } = resource(images({ keep: 7 }), "aws_ecr_lifecycle_policy.images_lifecycle");
  expect(JSON.parse(String(policy))).toMatchObject({
    rules: [
      { selection: { tagStatus: "untagged", countUnit: "days", countNumber: 1 } },
      { selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 7 } },
    ],
  });
});

test("to keep none is refused", () => {
  expect(() => images({ keep: 0 })).toThrow(
    new Error("test-c01/images: keep: expected a whole number from 1 to 1000, got 0"),
  );
});

test("repositories stand in the bootstrap stack and carry the tags of their service", () => {
  const { json } = synthesizeAll([CONTAINED]).find(({ id }) => id === "dev-box-bootstrap")!;
  expect(resource(json, "aws_ecr_repository.basket_images").tags).toEqual({
    ...{ service: "basket", owner: "shop", environment: "dev-box", "cost-center": "cc-shop" },
  });
});

test("a cluster measures its tasks in detail, into a log group with a key and an end", () => {
  const json = synthesizeOne((stack) => {
    new Cluster(stack, "cluster", {
      names: awsClusterNames("dev", "c01"),
      ...{ location: LOCATION, logRetentionDays: 14 },
    });
  });
  expect(resource(json, "aws_ecs_cluster.cluster")).toMatchObject({
    name: "dev-c01-containers",
    setting: [{ name: "containerInsights", value: "enhanced" }],
    depends_on: ["aws_cloudwatch_log_group.cluster_insights"],
  });
  expect(resource(json, "aws_cloudwatch_log_group.cluster_insights")).toMatchObject({
    name: "/aws/ecs/containerinsights/dev-c01-containers/performance",
    ...{ retention_in_days: 14, kms_key_id: "${aws_kms_key.cluster_logs_key.arn}" },
  });
  expect(
    resource(json, "aws_ecs_cluster_capacity_providers.cluster_capacity").capacity_providers,
  ).toEqual(["FARGATE", "FARGATE_SPOT"]);
});
