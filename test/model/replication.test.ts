import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { catalogImages } from "../../environments/services/catalog-images";
import { orders } from "../../environments/services/orders";
import type { ObjectiveDeclaration, ServiceDeclaration } from "../../model/declaration";
import { problemsOf, settle } from "../../model/settle";
import { changed } from "./fixtures";

const copy: ObjectiveDeclaration = {
  name: "copy",
  sli: "replication",
  store: "images",
  target: 99.5,
  window: "30d",
  firstSteps: ["Look."],
};

const messages = (service: ServiceDeclaration, objective: object, environment: object = dev) =>
  problemsOf({
    ...(environment as typeof dev),
    services: [{ ...service, objectives: [objective as ObjectiveDeclaration] }],
  }).map(({ path, message }) => `${path}: ${message}`);

const at = "objectives[0]";

test("a copy is promised by whatever keeps objects that another region has", () => {
  const receipts = { kind: "object", replicate: { to: "us-west-2" } } as const;
  const stores = { ...orders.stores, receipts };
  expect(messages(catalogImages, copy)).toEqual([]);
  expect(messages({ ...orders, stores }, { ...copy, store: "receipts" })).toEqual([]);
});

test("a store that is copied has to be named", () => {
  expect(messages(catalogImages, { ...copy, store: undefined })).toEqual([
    `catalog-images.${at}.store: expected the name of a store, got nothing`,
  ]);
  expect(messages(catalogImages, { ...copy, store: "videos" })).toEqual([
    `catalog-images.${at}.store: expected "images", of which another region has a copy (\`replicate\`), got "videos"`,
  ]);
  const alone = changed(catalogImages, "stores.images.replicate", undefined);
  expect(messages(alone, copy)).toEqual([
    `catalog-images.${at}.store: expected no such objective of a service without a store that declares \`replicate\`, got "images"`,
  ]);
});

test("on Google Cloud there is no such store yet", () => {
  expect(messages(orders, copy, devGcp)).toEqual([
    `orders.${at}.store: expected no such objective of a service without a store that declares \`replicate\`, got "images"`,
  ]);
});

test.each(["30s", "25h", 900])("a threshold of %j is no time that S3 tells", (threshold) => {
  expect(messages(catalogImages, { ...copy, threshold })).toEqual([
    `catalog-images.${at}.threshold: expected a duration from "60s" to "24h", got ${JSON.stringify(threshold)}`,
  ]);
});

test("silence means the quarter of an hour that S3 promises", () => {
  const of = (objective: ObjectiveDeclaration) =>
    settle({ ...dev, services: [{ ...catalogImages, objectives: [objective] }] }).services[0]
      ?.objectives[0];
  expect(of(copy)).toMatchObject({ sli: "replication", store: "images", thresholdSeconds: 900 });
  expect(of({ ...copy, threshold: "1h" })).toMatchObject({ thresholdSeconds: 3_600 });
});
