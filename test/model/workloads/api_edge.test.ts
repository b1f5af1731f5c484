import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isFronted } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import type { ApiEdgeDeclaration } from "../../../model/workloads/api_edge/declaration";
import { apiAtEdge, OPEN_API } from "../../constructs/support/api_edge";
import { changed } from "../fixtures";
import { catalogImages } from "../../../environments/services/catalog-images";

const settledIn = (edge: ApiEdgeDeclaration, environment: AwsEnvironment = dev) =>
  settle({ ...environment, services: [apiAtEdge(edge)] }).services.filter(isFronted)[0]!.workload
    .edge;

const problems = (
  services: readonly ServiceDeclaration[],
  environment: AwsEnvironment = dev,
): string[] =>
  problemsOf({ ...environment, services }).map(({ path, message }) => `${path}: ${message}`);

const ofEdge = (edge: unknown, environment?: AwsEnvironment) =>
  problems([apiAtEdge(edge as ApiEdgeDeclaration)], environment);

describe("an API at the edge", () => {
  test("needs to say nothing", () => {
    expect(settledIn({})).toEqual({
      address: { host: "storefront.dev.example.com", certificate: undefined, inZone: true },
      cache: { headers: ["authorization", "origin"], query: undefined },
      headers: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        hstsSeconds: 63_072_000,
        framing: "deny",
        resourcePolicy: "same-origin",
      },
      firewall: { rate: 2_000, mode: "count" },
      ...{ edge: [], behindCache: [] },
      reach: "cheapest",
      logRetentionDays: 30,
    });
  });

  test("is stricter and wider in production", () => {
    expect(settledIn({}, prod)).toMatchObject({
      address: { host: "storefront.example.com" },
      firewall: { mode: "block" },
      reach: "all",
    });
  });

  test("can say all of it", () => {
    expect(
      settledIn({
        host: "api",
        cache: { vary: ["Accept-Language"], query: ["b", "a"] },
        headers: { resourcePolicy: "same-site" },
        viewerRequest: { code: "functions/edge/pages.js", paths: ["/v1/*"] },
        originRequest: {
          ...{ code: "functions/edge/a.ts", paths: ["/v1/*"] },
          ...{ memory: 512, timeout: "10s", includeBody: true, skipDestroy: true },
        },
        originResponse: { code: "functions/edge/b.ts" },
      }),
    ).toMatchObject({
      address: { host: "api.dev.example.com" },
      cache: { headers: ["accept-language", "authorization", "origin"], query: ["a", "b"] },
      headers: { resourcePolicy: "same-site" },
      edge: [{ event: "viewerRequest", code: "functions/edge/pages.js", paths: ["/v1/*"] }],
      behindCache: [
        {
          ...{ event: "originRequest", code: "functions/edge/a.ts", paths: ["/v1/*"] },
          ...{ memoryMiB: 512, timeoutSeconds: 10, includeBody: true, skipDestroy: true },
        },
        {
          ...{ event: "originResponse", code: "functions/edge/b.ts", paths: [] },
          ...{ memoryMiB: 256, timeoutSeconds: 5, includeBody: false, skipDestroy: false },
        },
      ],
    });
  });
});

describe("what is a problem", () => {
  test.each<[string, unknown, string]>([
    [
      "a header that always tells apart",
      { cache: { vary: ["Authorization"] } },
      'storefront.workload.edge.cache.vary: expected headers beside authorization and origin, which always tell answers apart, got "authorization"; leave it out',
    ],
    [
      "a header that is CloudFront's own",
      { cache: { vary: ["Host"] } },
      'storefront.workload.edge.cache.vary: expected headers that CloudFront passes on as they came, got "host", which is its own; leave it out',
    ],
    [
      "a header twice",
      { cache: { vary: ["X-Shop", "x-shop"] } },
      'storefront.workload.edge.cache.vary: expected each once, got "x-shop" twice',
    ],
    [
      "a parameter twice",
      { cache: { query: ["page", "page"] } },
      'storefront.workload.edge.cache.query: expected each once, got "page" twice',
    ],
    [
      "code at paths that overlap",
      {
        viewerRequest: { code: "functions/edge/pages.js", paths: ["/v1/*"] },
        viewerResponse: { code: "functions/edge/hashed.js", paths: ["/v1/items/*"] },
      },
      'storefront.workload.edge.viewerResponse.paths: expected paths the same as, or apart from, those of `edge.viewerRequest.paths`, since a request is treated by the first that it matches alone, got "/v1/items/*" beside "/v1/*"',
    ],
  ])("%s", (_, edge, problem) => {
    expect(ofEdge(edge)).toEqual([problem]);
  });

  test("a host without a domain of the environment", () => {
    expect(ofEdge({ host: "shop" }, changed<AwsEnvironment>(dev, "edge", undefined))).toEqual([
      'storefront.workload.edge.host: expected `edge` of the environment dev, which says below which domain and by which certificate, got "shop" alone',
    ]);
  });

  test("the address of another service", () => {
    expect(problems([catalogImages, apiAtEdge({ host: "images" })])).toEqual([
      'storefront.workload.edge.host: expected an address of its own, got "images", where catalog-images answers',
    ]);
  });

  test("a region whose partition has no edge", () => {
    expect(ofEdge({}, { ...dev, region: "cn-north-1" })).toContain(
      'storefront.workload.edge: expected no API at the edge in cn-north-1 (dev), whose partition of AWS has no us-east-1, got "edge"',
    );
  });

  test("more APIs than CloudFront has policies for", () => {
    const many = Array.from({ length: 21 }, (__, index) => ({
      ...apiAtEdge(),
      name: `api-${index}`,
    }));
    expect(problems(many)).toContain(
      "dev.services: expected at most 20 services of content delivery and APIs at the edge, since CloudFront gives an account 20 cache policies and each has its own, got 21; move some to an environment with an account of its own",
    );
  });

  test("an objective at an edge that there is not", () => {
    const [availability] = OPEN_API.objectives;
    const objectives = [{ ...availability, at: "edge" }] as ServiceDeclaration["objectives"];
    expect(problems([{ ...OPEN_API, objectives }])).toEqual([
      'storefront.objectives[0].at: expected nothing of a service without an API at the edge (`workload.edge`), which is looked at in one place, got "edge"; leave it out',
    ]);
    expect(problems([{ ...apiAtEdge(), objectives }])).toEqual([]);
  });
});
