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
  objectives: [],
};
