import { devGcp } from "../../environments/dev-gcp";
import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import { orders } from "../../environments/services/orders";
import type { EnvironmentDeclaration } from "../../model/environment";
import { eventDriven, sourceOf, type EventDriven, type Service } from "../../model/service";
import { settle, settleAll } from "../../model/settle";
import { changed } from "./fixtures";

function only(environment: EnvironmentDeclaration): Service<EventDriven> {
  const [service] = settle(environment).services;
  if (service === undefined) throw new Error("no service");
  return eventDriven(service);
}

test("on AWS silence means three attempts and a visibility of six timeouts and the batch window", () => {
  expect(only(dev).workload.queue).toEqual({
    ordered: false,
    attempts: 3,
    visibilityTimeoutSeconds: 365,
    retentionSeconds: 345_600,
    deadLetterRetentionSeconds: 1_209_600,
    batchSize: 10,
    batchWindowSeconds: 5,
  });
});

test("on Google Cloud silence means five attempts and a deadline just over the timeout", () => {
  expect(only(devGcp).workload.queue).toMatchObject({ attempts: 5, visibilityTimeoutSeconds: 70 });
});

test("a short timeout still hides a message for five minutes", () => {
  const quick = changed(orders, "workload.processor.timeout", "10s");
  expect(only({ ...dev, services: [quick] }).workload.queue.visibilityTimeoutSeconds).toBe(300);
});

test("a processor gets 512 MiB, 60 s, arm64 and 100 reserved instances that its queue may fill", () => {
  expect(only(dev).workload.processor).toEqual({
    memoryMiB: 512,
    timeoutSeconds: 60,
    reservedConcurrency: 100,
    maximumConcurrency: 100,
    architecture: "arm64",
    logRetentionDays: 30,
  });
});

test("production keeps logs longer and refuses to delete tables", () => {
  const service = only(prod);
  expect(service.workload.processor.logRetentionDays).toBe(90);
  expect(service.stores[0]).toEqual({
    kind: "keyValue",
    name: "state",
    access: ["get", "put"],
    partitionKey: { name: "eventId", type: "string" },
    sortKey: undefined,
    indexes: [],
    ttlAttribute: "ttl",
    stream: undefined,
    replica: undefined,
    storageClass: "standard",
    deletionProtection: true,
    backup: true,
  });
});

test("what is declared wins over every default", () => {
  const declared = changed(
    changed(orders, "workload.queue", {
      attempts: 7,
      visibilityTimeout: "10m",
      retention: "1d",
      deadLetterRetention: "7d",
      batch: { size: 20, window: "10s" },
    }),
    "workload.processor",
    {
      memory: 1024,
      timeout: "30s",
      reservedConcurrency: 20,
      maximumConcurrency: 10,
      architecture: "x86_64",
      logRetention: "7d",
    },
  );
  expect(only({ ...dev, services: [declared] }).workload).toMatchObject({
    queue: {
      attempts: 7,
      visibilityTimeoutSeconds: 600,
      retentionSeconds: 86_400,
      deadLetterRetentionSeconds: 604_800,
      batchSize: 20,
      batchWindowSeconds: 10,
    },
    processor: {
      memoryMiB: 1024,
      timeoutSeconds: 30,
      reservedConcurrency: 20,
      maximumConcurrency: 10,
      architecture: "x86_64",
      logRetentionDays: 7,
    },
  });
});

test("an objective's budget is an exact decimal", () => {
  const [success, freshness] = only(dev).objectives;
  expect(success?.budget.toString()).toBe("0.001");
  expect(freshness?.budget.toString()).toBe("0.005");
  expect(freshness).toMatchObject({ sli: "freshness", thresholdSeconds: 300, windowDays: 30 });
});

test("a raw resource reaches only the environments of its cloud", () => {
  const extend = [{ cloud: "aws", type: "aws_sns_topic", id: "news", attributes: { name: "n" } }];
  const extended = changed(orders, "extend", extend);
  expect(only({ ...dev, services: [extended] }).extend).toEqual([
    { ...extend[0], path: "extend[0]" },
  ]);
  expect(only({ ...devGcp, services: [extended] }).extend).toEqual([]);
});

test("a path without a line of its own has its nearest ancestor's", () => {
  const source = {
    orders: { file: "o.ts", line: 3 },
    "orders.workload": { file: "o.ts", line: 8 },
  };
  const service = { ...only(dev), source };
  expect(sourceOf(service, "orders.workload.queue.attempts")?.line).toBe(8);
  expect(sourceOf(service, "orders.traffic")?.line).toBe(3);
  expect(sourceOf(service, "billing")).toBeUndefined();
});

test("a service that is wrong in every environment is said to be wrong once", () => {
  const broken = changed(orders, "owner.team", "A B");
  const environments = [dev, prod, devGcp].map((one) => ({ ...one, services: [broken] }));
  expect(() => settleAll(environments)).toThrow(
    /^orders\.owner\.team: expected 1 to 63 [^\n]*, got "A B"$/,
  );
});

test("two environments cannot share a name", () => {
  expect(() => settleAll([dev, dev])).toThrow(
    'environments: expected each name once, got "dev" twice',
  );
});
