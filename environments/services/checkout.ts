import type { ServiceDeclaration } from "../../model/declaration";

export const checkout: ServiceDeclaration = {
  name: "checkout",
  description: "Keeps a customer's cart and places its order, once.",
  owner: { team: "commerce", contact: "#commerce-oncall" },
  costCenter: "cc-1001",
  workload: {
    kind: "containerService",
    image: "0.1.0",
    host: "checkout",
    paths: ["/v1/*"],
    tasks: { min: 2, max: 10 },
    scaling: { cpu: 50, requestsPerTarget: 1_200 },
    health: { path: "/healthz" },
  },
  stores: {
    orders: { kind: "relational", engine: "postgresql" },
    carts: { kind: "cache", engine: "valkey", zones: ["a", "b"] },
  },
  dependsOn: [],
  traffic: { averagePerSecond: 10, peakPerSecond: 100 },
  objectives: [
    {
      name: "availability",
      sli: "availability",
      target: 99.9,
      window: "30d",
      firstSteps: [
        "Do tasks answer with 5xx, or does the balancer, as none is there? The diagnosis tells them apart.",
        "If tasks do since the last deploy, put the task definition before back; if they do not come up, read why they stopped.",
        "If the database or the cache refuses connections or works as much as it may, open the data panel and raise `capacity.max` or `limits`.",
      ],
    },
    {
      name: "latency",
      sli: "latency",
      threshold: "500ms",
      target: 99.5,
      window: "30d",
      firstSteps: [
        "Compare the tasks' CPU with what the scaling keeps, and how many run with `tasks.max`: is there room for more?",
        "If tasks have time, look at the database's commit latency and at the cache's slowed commands.",
        "If only development is slow, its database was paused: the first connection after five quiet minutes wakes it.",
      ],
    },
  ],
};
