import type { ServiceDeclaration } from "../../model/declaration";

export const storefront: ServiceDeclaration = {
  name: "storefront",
  description: "Shows the items of the catalogue to the shop's pages and takes their changes.",
  owner: { team: "commerce", contact: "#commerce-oncall" },
  costCenter: "cc-1001",
  workload: {
    kind: "requestDriven",
    code: "functions/storefront",
    routes: [
      { method: "GET", path: "/v1/items/{id}" },
      { method: "PUT", path: "/v1/items/{id}", scopes: ["catalogue:write"] },
    ],
    auth: { jwt: { issuer: "https://login.example.com/", audience: ["storefront"] } },
    cors: { origins: ["https://shop.example.com"] },
    function: { timeout: "5s", provisioned: { min: 1, max: 20 } },
  },
  stores: { catalogue: { kind: "keyValue", partitionKey: "id" } },
  dependsOn: [],
  traffic: { averagePerSecond: 20, peakPerSecond: 200 },
  objectives: [
    {
      name: "availability",
      sli: "availability",
      target: 99.9,
      window: "30d",
      firstSteps: [
        "Read in the access log which routes fail: all of them, or the one that was deployed last?",
        "If calls of the function fail, roll back the last deploy; if they are refused, raise `function.concurrency`.",
        "If the catalogue's table throttles or fails, open the data panel and the cloud's status page.",
      ],
    },
    {
      name: "latency",
      sli: "latency",
      threshold: "800ms",
      target: 99.5,
      window: "30d",
      firstSteps: [
        "Compare the whole latency with that of the function: which of them grew?",
        "If the function's did, look at its slow traces and at the table's latency.",
        "If only the slowest 1% did, look for cold starts: raise `function.provisioned.min`.",
      ],
    },
  ],
};
