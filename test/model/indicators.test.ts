import { boundWithin } from "../../model/indicators/cloud_run_bounds";
import type { Objective } from "../../model/service";
import { settle } from "../../model/settle";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import { orders } from "../../environments/services/orders";
import { changed, ofCheckout, ofStorefront, onAws, onGoogle, settledStorefront } from "./fixtures";

const base = { name: "one", target: 99.5, window: "30d", firstSteps: ["Look."] };
const latency = { ...base, sli: "latency", threshold: "800ms" };
const success = { ...base, sli: "success" };
const throughput = { ...base, sli: "throughput", perSecond: 20 };

const settled = (environment: typeof dev | typeof devGcp, objective: object): Objective =>
  settle({ ...environment, services: [changed(orders, "objectives", [objective])] }).services[0]!
    .objectives[0]!;

describe("a latency objective", () => {
  test("is of minutes on AWS and of calls on Google Cloud unless it says", () => {
    expect(settled(dev, latency)).toMatchObject({ boundMilliseconds: 800 });
    expect(`${(settled(dev, latency) as { sliceTarget?: unknown }).sliceTarget}`).toBe("99");
    expect(settled(devGcp, latency)).toMatchObject({ sliceTarget: undefined });
  });

  test("is of minutes on both where it says of how many calls", () => {
    for (const environment of [dev, devGcp]) {
      const { sliceTarget } = settled(environment, { ...latency, sliceTarget: 95 }) as {
        sliceTarget?: unknown;
      };
      expect(`${sliceTarget}`).toBe("95");
    }
  });

  test("is held on Google Cloud to the longest bound within its threshold", () => {
    expect(settled(devGcp, latency)).toMatchObject({
      thresholdMilliseconds: 800,
      boundMilliseconds: 728.9048368510328,
    });
  });

  test.each([
    [
      { ...latency, threshold: "fast" },
      'threshold: expected a time such as "800ms" or "2s", at most "900s", got "fast"',
    ],
    [
      { ...latency, threshold: "60s" },
      'threshold: expected less than the function\'s timeout of 60 s, which nothing outlasts, got "60s"',
    ],
    [
      { ...latency, budgeting: "requests" },
      'budgeting: expected "time-slices" on AWS (dev), whose CloudWatch says the percentiles of a minute and counts no slow calls, got "requests"',
    ],
    [
      { ...latency, sliceTarget: 99.9 },
      "sliceTarget: expected a whole percentile from 1 to 99 on AWS (dev), got 99.9",
    ],
    [
      { ...latency, budgeting: "calls" },
      'budgeting: expected "requests" or "time-slices", got "calls"',
    ],
  ])("on AWS: %j", (objective, message) => {
    expect(onAws("objectives", [objective])).toEqual([`orders.objectives[0].${message}`]);
  });

  test("on Google Cloud is no shorter than the shortest bound", () => {
    expect(onGoogle("objectives", [{ ...latency, threshold: "9ms" }])).toEqual([
      'orders.objectives[0].threshold: expected at least "10ms" on Google Cloud (dev-gcp), the shortest time that Cloud Run tells apart, got "9ms"',
    ]);
    expect(onGoogle("objectives", [{ ...latency, budgeting: "requests" }])).toEqual([]);
  });
});

// As people who read these buckets from Prometheus select them.
test.each([
  [19.5, 19.48717100000001],
  [75, 74.00249944258171],
  [1_100, 1067.1895716335973],
  [4_100, 4052.650622296292],
  [28_000, 27264.20685613271],
  [33_000, 32989.690295920576],
  [10, 10],
])("of Cloud Run's bounds, the longest within %d ms is %d", (threshold, bound) => {
  expect(boundWithin(threshold)).toBe(bound);
  expect(boundWithin(bound)).toBe(bound);
});

test("below the shortest of Cloud Run's bounds there is none", () => {
  expect(boundWithin(9.99)).toBeUndefined();
});

describe("a success objective", () => {
  test("counts events unless it says of how many in a minute", () => {
    expect(settled(dev, success)).toMatchObject({ sliceTarget: undefined });
    expect(settled(dev, { ...success, budgeting: "time-slices" })).toHaveProperty("sliceTarget.d");
  });

  test("of events has no slice target", () => {
    const objective = { ...success, budgeting: "requests", sliceTarget: 99 };
    expect(onAws("objectives", [objective])).toEqual([
      'orders.objectives[0].sliceTarget: expected nothing where each request is counted, got 99; leave it out, or say budgeting: "time-slices"',
    ]);
  });
});

describe("an availability objective", () => {
  const availability = { ...base, sli: "availability" };

  test("counts requests unless it says of how many in a minute", () => {
    expect(settledStorefront({ objectives: [availability] }).objectives[0]).toMatchObject({
      sli: "availability",
      sliceTarget: undefined,
    });
    const [sliced] = settledStorefront({
      objectives: [{ ...availability, sliceTarget: 98 }],
    }).objectives;
    expect(`${(sliced as { sliceTarget?: unknown }).sliceTarget}`).toBe("98");
  });

  test("of requests has no slice target", () => {
    const objective = { ...availability, budgeting: "requests", sliceTarget: 99 };
    expect(ofStorefront("objectives", [objective])).toEqual([
      'storefront.objectives[0].sliceTarget: expected nothing where each request is counted, got 99; leave it out, or say budgeting: "time-slices"',
    ]);
  });

  test("is none of a service that is asked nothing", () => {
    expect(onAws("objectives", [availability])).toEqual([
      'orders.objectives[0].sli: expected "success" or "freshness" or "latency" or "throughput" or "replication" or "business" of a service that is eventDriven, got "availability", which is counted of requestDriven and containerService and virtualMachines and contentDelivery and graphql and inference services',
    ]);
  });
});

describe("a latency objective of requests", () => {
  test("is of minutes, as CloudWatch counts no slow requests", () => {
    const [settled] = settledStorefront({ objectives: [latency] }).objectives;
    expect(`${(settled as { sliceTarget?: unknown }).sliceTarget}`).toBe("99");
  });

  test("is shorter than the function's timeout", () => {
    expect(ofStorefront("objectives", [{ ...latency, threshold: "5s" }])).toEqual([
      'storefront.objectives[0].threshold: expected less than the function\'s timeout of 5 s, which nothing outlasts, got "5s"',
    ]);
  });
});

describe("a throughput objective of requests", () => {
  test("may be lower than the traffic, as nothing waits", () => {
    expect(ofStorefront("objectives", [{ ...throughput, perSecond: 10 }])).toEqual([]);
  });

  test("is no more than the throttle lets through", () => {
    expect(ofStorefront("objectives", [{ ...throughput, perSecond: 401 }])).toEqual([
      "storefront.objectives[0].perSecond: expected at most the 400 a second that the throttle lets through, got 401; raise `workload.throttle.rate`",
    ]);
  });
});

describe("a throughput objective", () => {
  test("is of whole events a minute", () => {
    expect(settled(dev, { ...throughput, perSecond: 7.5 })).toMatchObject({ perMinute: 450 });
    expect(onAws("objectives", [{ ...throughput, perSecond: 0.001 }])).toEqual([
      "orders.objectives[0].perSecond: expected a number of events a second over 0, a whole number a minute, got 0.001",
    ]);
  });

  test("that is slower than the traffic would let every backlog grow", () => {
    expect(onAws("objectives", [{ ...throughput, perSecond: 4 }])).toEqual([
      "orders.objectives[0].perSecond: expected at least the average traffic of 5, or a backlog would never end, got 4",
    ]);
  });
});

describe("an objective of a container service", () => {
  const all = [
    { ...base, name: "availability", sli: "availability" },
    { ...base, name: "latency", sli: "latency", threshold: "300ms" },
    { ...base, name: "throughput", sli: "throughput", perSecond: 50 },
  ];

  test("is counted by its load balancer", () => {
    expect(ofCheckout({ objectives: all })).toEqual([]);
  });

  test("has a host, or nobody counts", () => {
    const workload = { kind: "containerService", image: "1.4.2" };
    expect(ofCheckout({ workload, objectives: all })).toEqual(
      all.map(
        ({ sli }, index) =>
          `checkout.objectives[${index}].sli: expected an objective of a container service with a \`host\`, whose requests the load balancer counts, got "${sli}"; declare \`workload.host\``,
      ),
    );
  });

  test("of failures is none where the service speaks gRPC, which answers them with 200", () => {
    const workload = { kind: "containerService", image: "1.4.2", host: "orders", protocol: "grpc" };
    expect(ofCheckout({ workload, objectives: [all[1]] })).toEqual([]);
    expect(ofCheckout({ workload, objectives: [all[0]] })).toEqual([
      'checkout.objectives[0].sli: expected "latency" of a service that speaks gRPC, whose failures are answered with the status 200 and are not told apart by a load balancer, got "availability"',
    ]);
  });
});
