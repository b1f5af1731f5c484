import { devGcp } from "../../../environments/dev-gcp";
import { orders } from "../../../environments/services/orders";
import { problemsOf } from "../../../model/settle";
import type { AwsEnvironment } from "../../../model/environment";
import { hasGpu, hasOwnDisks } from "../../../model/workloads/inference/instance_types";
import {
  FORECASTS,
  ofInference,
  RECOMMENDATIONS,
  SERVED,
  SERVED_PRODUCTION,
  settledInference,
  SPAM,
} from "../../constructs/support/inference";

const at = "recommendations.workload";
const { serve } = RECOMMENDATIONS.workload;
const asynchronous = { mode: "async", instanceType: "ml.g5.xlarge", store: "models" };

describe("defaults", () => {
  test("a fleet comes up as large as the declared peak needs, within its bounds", () => {
    expect(settledInference().workload.serve).toEqual({
      mode: "realTime",
      ...{ instanceType: "ml.c7i.large", ownDisks: false, hasGpu: false, volumeGb: undefined },
      ...{ instances: { min: 2, max: 6 }, firstInstances: 3, invocationsPerInstance: 600 },
      ...{ startTimeoutSeconds: 600, capture: undefined },
    });
    const busy = settledInference(RECOMMENDATIONS.workload, {
      traffic: { averagePerSecond: 5, peakPerSecond: 3_000 },
    });
    expect(busy.workload.serve).toMatchObject({ firstInstances: 6 });
  });

  test("what is asynchronous scales to none, and is made with one instance", () => {
    const { workload, stores, objectives } = FORECASTS;
    expect(
      settledInference(workload, { stores, objectives: [...objectives] }).workload.serve,
    ).toEqual({
      ...{ mode: "async", store: "answers", backlogPerInstance: 5, concurrency: undefined },
      ...{ notify: { success: undefined, error: undefined }, instanceType: "ml.g5.xlarge" },
      ...{ instances: { min: 0, max: 1 }, firstInstances: 1, ownDisks: true, hasGpu: true },
      ...{ volumeGb: undefined, startTimeoutSeconds: 600 },
    });
  });

  test("what is serverless has 2 GiB, and answers 20 questions at once", () => {
    const { workload } = SPAM;
    expect(settledInference({ ...workload, serve: { mode: "serverless" } }).workload.serve).toEqual(
      { mode: "serverless", memoryMiB: 2_048, concurrency: 20, provisioned: undefined },
    );
  });

  test("an image is the service's own, or one of AWS's account", () => {
    expect(settledInference().workload.image).toEqual({
      framework: { account: "763104351884", repository: "pytorch-inference" },
      version: "2.6.0-cpu-py312-ubuntu22.04-sagemaker",
    });
    expect(settledInference(SPAM.workload).workload.image).toEqual({
      framework: undefined,
      version: "1.4.2",
    });
  });

  test("an endpoint of production is not destroyed", () => {
    const production = settledInference(RECOMMENDATIONS.workload, {}, SERVED_PRODUCTION);
    expect(production.workload.deletionProtection).toBe(true);
    expect(settledInference().workload.deletionProtection).toBe(false);
  });

  test.each([
    ["ml.g5.xlarge", true, true],
    ["ml.g4dn.12xlarge", true, true],
    ["ml.p3.2xlarge", false, true],
    ["ml.p4d.24xlarge", true, true],
    ["ml.m5d.large", true, false],
    ["ml.c6id.large", true, false],
    ["ml.r6gd.large", true, false],
    ["ml.inf2.xlarge", false, false],
    ["ml.c7i.large", false, false],
  ])("%s: disks of its own %s, a GPU %s", (type, disks, gpu) => {
    expect([hasOwnDisks(type), hasGpu(type)]).toEqual([disks, gpu]);
  });
});

describe("problems", () => {
  test("none in the services of the tests", () => {
    expect(problemsOf(SERVED)).toEqual([]);
    expect(problemsOf(SERVED_PRODUCTION)).toEqual([]);
  });

  test.each([
    ["c7i.large", "expected an instance type of SageMaker such as ml.c7i.large"],
    ["ml.large", "expected an instance type of SageMaker such as ml.c7i.large"],
  ])("an instance type %s", (instanceType, expected) => {
    expect(ofInference({ serve: { ...serve, instanceType } })).toEqual([
      `${at}.serve.instanceType: ${expected}, got "${instanceType}"`,
    ]);
  });

  test("a memory that SageMaker has not, too many questions at once, and a GPU of what is serverless", () => {
    expect(
      ofInference({ serve: { mode: "serverless", memory: 1_000 }, rollout: undefined }),
    ).toEqual([
      `${at}.serve.memory: expected 1024 or 2048 or 3072 or 4096 or 5120 or 6144, got 1000`,
    ]);
    expect(
      ofInference({ serve: { mode: "serverless", concurrency: 201 }, rollout: undefined }),
    ).toEqual([`${at}.serve.concurrency: expected a whole number from 1 to 200, got 201`]);
    expect(
      ofInference({
        serve: { mode: "serverless", instanceType: "ml.g5.xlarge" },
        rollout: undefined,
      }),
    ).toEqual([
      `${at}.serve.instanceType: expected none with "serverless", which runs where SageMaker puts it and on no GPU (leave it out, or serve "async"), got "ml.g5.xlarge"`,
    ]);
  });

  test("more warm instances than questions at once", () => {
    expect(
      ofInference({ serve: { mode: "serverless", provisioned: 21 }, rollout: undefined }),
    ).toEqual([`${at}.serve.provisioned: expected at most the concurrency of 20, got 21`]);
  });

  test("a model whose store is none, or keeps no objects", () => {
    const model = { store: "weights", key: "ranker/7/model.tar.gz" };
    expect(ofInference({ model })).toEqual([
      `${at}.model.store: expected the name of one of the service's object stores (models), got "weights"`,
    ]);
    const state = { kind: "keyValue", partitionKey: "key" };
    expect(ofInference({ model: { ...model, store: "state" } }, { stores: { state } })).toEqual([
      `${at}.model.store: expected the name of one of the service's object stores (there is none), got "state", which is keyValue`,
      `recommendations.stores: expected object stores alone of an inference service, whose container reaches nothing, got ["state"]`,
    ]);
  });

  test("an object that is no archive, and an image without a version", () => {
    expect(ofInference({ model: { store: "models", key: "ranker.pt" } })).toEqual([
      `${at}.model.key: expected a key that ends with .tar.gz, such as ranker/7/model.tar.gz, got "ranker.pt"`,
    ]);
    expect(ofInference({ image: "latest" })).toEqual([
      `${at}.image: expected a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits, got "latest"`,
    ]);
  });

  test("instances in an environment without a network; what is serverless needs none", () => {
    const { network, ...bare } = SERVED;
    const environment = { ...bare, network: undefined as never } as AwsEnvironment;
    expect(ofInference({}, {}, environment)).toEqual([
      `${at}.serve.mode: expected \`network\` of the environment dev-infer, in whose private tier instances stand, got "realTime" alone; declare one, or serve "serverless"`,
    ]);
    expect(
      ofInference({ serve: { mode: "serverless" }, rollout: undefined }, {}, environment),
    ).toEqual([]);
    const isolated = { ...SERVED, network: { ...network, tiers: ["isolated"] as const } };
    expect(ofInference({}, {}, isolated as AwsEnvironment)).toContain(
      `${at}.serve.mode: expected the tier "private" in \`dev-infer.network.tiers\`, where instances stand, got ["isolated"]`,
    );
  });

  test("a disk for instances that have their own", () => {
    expect(ofInference({ serve: { ...serve, instanceType: "ml.g5.xlarge", volume: 100 } })).toEqual(
      [
        `${at}.serve.volume: expected none of ml.g5.xlarge, which has disks of its own and is refused by SageMaker with another, got 100; leave it out`,
      ],
    );
  });

  test("one instance of production, and bounds that leave nothing to scale", () => {
    const one = { serve: { ...serve, instances: { min: 1, max: 1 } }, rollout: undefined };
    expect(ofInference(one, {}, SERVED_PRODUCTION)).toEqual([
      `${at}.serve.instances.min: expected 2 or more in production (prod-infer), so that the service outlives a machine and a zone, got 1`,
      `${at}.serve.instances.max: expected more than the min of 1, or there is nothing to scale, got 1`,
    ]);
    const none = { ...asynchronous, instances: { min: 1, max: 1 } };
    expect(ofInference({ serve: none, rollout: undefined }, { objectives: [] })).toEqual([
      `${at}.serve.instances.max: expected more than the min of 1, or there is nothing to scale, got 1`,
    ]);
  });

  test("a topic of another account", () => {
    const notify = { error: "arn:aws:sns:us-east-1:999999999999:alerts" };
    expect(
      ofInference({ serve: { ...asynchronous, notify }, rollout: undefined }, { objectives: [] }),
    ).toEqual([
      `${at}.serve.notify.error: expected a topic of the account 123456789012 in us-east-1, the only ones that an endpoint tells, got "arn:aws:sns:us-east-1:999999999999:alerts"`,
    ]);
  });

  test("what only code could use", () => {
    const secrets = { key: { description: "Opens a shop." } };
    expect(ofInference({}, { secrets, invokes: ["forecasts"] })).toEqual([
      `recommendations.secrets: expected none of an inference service, whose container reaches nothing, got ["key"]`,
      `recommendations.invokes: expected none of an inference service, whose container reaches nothing, got ["forecasts"]`,
    ]);
  });

  test("an objective that CloudWatch counts of another mode alone", () => {
    const { objectives } = FORECASTS;
    expect(ofInference({ rollout: undefined }, { objectives })).toEqual([
      `recommendations.objectives[0].sli: expected "availability" or "latency" of an endpoint that serves "realTime", which is what CloudWatch counts of it, got "success"`,
      `recommendations.objectives[1].sli: expected "availability" or "latency" of an endpoint that serves "realTime", which is what CloudWatch counts of it, got "freshness"`,
    ]);
    expect(ofInference({ serve: asynchronous, rollout: undefined })).toEqual([
      `recommendations.objectives[0].sli: expected "success" or "freshness" of an endpoint that serves "async", which is what CloudWatch counts of it, got "availability"`,
      `recommendations.objectives[1].sli: expected "success" or "freshness" of an endpoint that serves "async", which is what CloudWatch counts of it, got "latency"`,
    ]);
  });

  test("Google Cloud", () => {
    expect(
      problemsOf({ ...devGcp, services: [{ ...RECOMMENDATIONS, objectives: [] }] }).map(
        ({ path, message }) => `${path}: ${message}`,
      ),
    ).toContain(
      `${at}.kind: expected "requestDriven" or "eventDriven" on Google Cloud (dev-gcp), where inference is not built yet (docs/clouds.md); list the service in environments on AWS only, got "inference"`,
    );
  });
});

describe("a rollout", () => {
  const rolled = (rollout: object, more: object = {}): string[] =>
    ofInference({ rollout, ...more });

  test("of what is served otherwise than in real time", () => {
    expect(ofInference({ serve: { mode: "serverless" }, rollout: { strategy: "canary" } })).toEqual(
      [
        `${at}.rollout: expected nothing with "serverless", whose versions SageMaker takes over at once; leave it out, or serve "realTime"`,
      ],
    );
  });

  test("of one instance", () => {
    expect(
      rolled({ strategy: "canary" }, { serve: { ...serve, instances: { min: 1, max: 2 } } }),
    ).toEqual([
      `${at}.rollout: expected 2 or more in \`workload.serve.instances.min\`, since half of a fleet is the most that is tried first, got 1`,
    ]);
  });

  test("beyond what SageMaker takes", () => {
    expect(rolled({ strategy: "canary", percent: 60 })).toEqual([
      `${at}.rollout.percent: expected at most 50, which is the most of a fleet that SageMaker tries at once, got 60`,
    ]);
    expect(rolled({ strategy: "linear", percent: 5, interval: "2m" })).toEqual([
      `${at}.rollout.percent: expected at least 10 with "linear", which is SageMaker's least, got 5`,
    ]);
  });

  test("of instances that may take longer to start than it gives them", () => {
    const starting = (startTimeout: string) =>
      rolled({ strategy: "canary", percent: 50 }, { serve: { ...serve, startTimeout } });
    expect(starting("15m")).toEqual([]);
    expect(starting("16m")).toEqual([
      `${at}.serve.startTimeout: expected "15m" at most with a rollout, which gives instances so long to come up, got "16m"`,
    ]);
  });

  test("longer than the provider waits for, with the start of instances and the step after the last", () => {
    const most =
      "expected 45 minutes at most for the steps and for one more, after which the fleet before goes: the provider waits 60, of which 15 are for instances to come up";
    expect(rolled({ strategy: "canary" })).toEqual([
      `${at}.rollout.interval: ${most}; got 94, of the 47 minutes that follow for each; give a step a larger \`percent\`, or watch it for less`,
    ]);
    expect(rolled({ strategy: "canary", percent: 50, interval: "23m" })).toEqual([
      `${at}.rollout.interval: ${most}; got 46, of "23m" for each; give a step a larger \`percent\`, or watch it for less`,
    ]);
    expect(rolled({ strategy: "linear", percent: 10, interval: "30m" })).toEqual([
      `${at}.rollout.interval: ${most}; got 300, of "30m" for each; give a step a larger \`percent\`, or watch it for less`,
    ]);
    expect(rolled({ strategy: "canary", percent: 50, interval: "22m" })).toEqual([]);
  });

  test.each([
    ["rolling", "whose new fleet stands beside the one before until it has all calls"],
    ["blueGreen", "since a shift of every call at once is over before an alarm could take it back"],
    ["shadow", "since SageMaker copies calls to a shadow, and no alarm judges what it answers"],
  ])("as %s", (strategy, why) => {
    expect(rolled({ strategy })).toEqual([
      `${at}.rollout.strategy: expected "canary" or "linear" of an endpoint, ${why} (docs/rollouts.md), got "${strategy}"`,
    ]);
  });
});

describe("who asks", () => {
  const asking = (invokes: readonly string[], others = SERVED.services.slice(1)): string[] =>
    problemsOf({ ...SERVED, services: [{ ...orders, invokes }, ...others] }).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  test("names services of inference of the environment, each once", () => {
    expect(asking(["recommendations"])).toEqual([]);
    expect(asking(["nobody"])).toEqual([
      `orders.invokes[0]: expected an inference service of the environment dev-infer (forecasts, recommendations, spam), got "nobody"`,
    ]);
    expect(asking(["orders"], [])).toEqual([
      `orders.invokes[0]: expected an inference service of the environment dev-infer (there is none), got "orders"`,
    ]);
    expect(asking(["spam", "spam"])).toHaveLength(1);
  });

  test("is on AWS", () => {
    expect(
      problemsOf({ ...devGcp, services: [{ ...orders, invokes: ["spam"] }] }).map(
        ({ path, message }) => `${path}: ${message}`,
      ),
    ).toEqual([
      `orders.invokes: expected none on Google Cloud (dev-gcp), where inference is not built yet (docs/clouds.md); list the service in environments on AWS only, got ["spam"]`,
    ]);
  });
});
