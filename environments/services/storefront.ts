import type { ServiceDeclaration } from "../../model/declaration";
import type { JsonSchema } from "../../model/workloads/json_schema";

/** What callers send: all of an item but its id, which the path says. */
const content = {
  type: "object",
  properties: {
    name: { type: "string", minLength: 1, maxLength: 200 },
    priceMinor: {
      description: "In the currency's smallest unit: cents.",
      type: "integer",
      minimum: 0,
      maximum: 1_000_000_000,
    },
    currency: { description: "ISO 4217.", type: "string", pattern: "^[A-Z]{3}$" },
    description: { type: "string", maxLength: 2_000 },
  },
  required: ["name", "priceMinor", "currency"],
  additionalProperties: false,
} satisfies JsonSchema;

const item: JsonSchema = {
  type: "object",
  properties: { id: { type: "string" }, ...content.properties },
  required: ["id", ...content.required],
};

/** RFC 9457. */
const problem: JsonSchema = {
  type: "object",
  properties: { title: { type: "string" }, status: { type: "integer" } },
  required: ["title", "status"],
};

export const storefront: ServiceDeclaration = {
  name: "storefront",
  description: "Shows the items of the catalogue to the shop's pages and takes their changes.",
  owner: { team: "commerce", contact: "#commerce-oncall" },
  costCenter: "cc-1001",
  workload: {
    kind: "requestDriven",
    code: "functions/storefront",
    routes: [
      {
        method: "GET",
        path: "/v1/items/{id}",
        responses: { "200": item, "404": problem, "503": problem },
      },
      {
        method: "PUT",
        path: "/v1/items/{id}",
        scopes: ["catalogue:write"],
        request: content,
        responses: { "200": item, "201": item, "400": problem, "503": problem },
      },
    ],
    auth: { jwt: { issuer: "https://login.example.com/", audience: ["storefront"] } },
    cors: { origins: ["https://shop.example.com"] },
    // A page of the shop asks for a hundred items, and offices share an address.
    edge: { firewall: { rate: 20_000 } },
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
