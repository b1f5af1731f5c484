import { dev } from "../../environments/dev";
import { catalogImages } from "../../environments/services/catalog-images";
import { orders } from "../../environments/services/orders";
import type { ObjectiveDeclaration, ServiceDeclaration } from "../../model/declaration";
import { problemsOf, settle } from "../../model/settle";

const hits: ObjectiveDeclaration = {
  name: "cache",
  sli: "cacheHit",
  target: 95,
  window: "30d",
  firstSteps: ["Look."],
};

const messages = (service: ServiceDeclaration, ...objectives: ObjectiveDeclaration[]) =>
  problemsOf({ ...dev, services: [{ ...service, objectives }] }).map(
    ({ path, message }) => `${path}: ${message}`,
  );

test("hits are promised by what is served from caches, and by nothing else", () => {
  expect(messages(catalogImages, hits)).toEqual([]);
  expect(messages(orders, hits)).toEqual([
    'orders.objectives[0].sli: expected "success" or "freshness" or "latency" or "throughput" or "replication" or "business" of a service that is eventDriven, got "cacheHit", which is counted of contentDelivery services',
  ]);
});

test("content delivery promises what its caches count", () => {
  const late: ObjectiveDeclaration = { ...hits, sli: "latency", threshold: "1s" };
  expect(messages(catalogImages, late)).toEqual([
    'catalog-images.objectives[0].sli: expected "availability" or "cacheHit" or "replication" of a service that is contentDelivery, got "latency", which is counted of eventDriven and requestDriven and containerService and virtualMachines and graphql and workflow and inference services',
  ]);
});

test("a target that no alert could reach names the lowest one that works, and minutes may be promised instead", () => {
  const [problem] = messages(catalogImages, { ...hits, target: 80 });
  expect(problem).toMatch(/catalog-images\.objectives\[0\]\.target: .*93\.06/);
  const minutes: ObjectiveDeclaration = { ...hits, sliceTarget: 80 };
  const { services } = settle({
    ...dev,
    services: [{ ...catalogImages, objectives: [hits, minutes].map(named) }],
  });
  expect(services[0]!.objectives).toMatchObject([
    { sliceTarget: undefined },
    { sliceTarget: expect.objectContaining({ s: 1 }) as object },
  ]);
});

const named = (objective: ObjectiveDeclaration, index: number): ObjectiveDeclaration => ({
  ...objective,
  name: `cache-${index}`,
});
