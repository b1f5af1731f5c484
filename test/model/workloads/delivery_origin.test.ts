import type { EnvironmentDeclaration } from "../../../model/environment";
import { isContainerService, isContentDelivery } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { FRONTED, SITE } from "../../constructs/support/synth";
import { changed } from "../fixtures";

const SERVICES = { basket: 0, site: 1 } as const;

/** What is wrong with the environment after changes such as `site.workload.host`. */
function problems(changes: Readonly<Record<string, unknown>>): string[] {
  const declared = Object.entries(changes).reduce<EnvironmentDeclaration>((all, [path, to]) => {
    const [service = "", ...rest] = path.split(".");
    if (!(service in SERVICES)) return changed(all, path, to);
    const services = [...all.services];
    const index = SERVICES[service as keyof typeof SERVICES];
    services[index] = changed(services[index]!, rest.join("."), to);
    return { ...all, services };
  }, FRONTED);
  return problemsOf(declared).map(({ path, message }) => `${path}: ${message}`);
}

/** A site of the containers alone. */
const STORELESS = {
  "site.workload.store": undefined,
  "site.workload.cache": undefined,
  "site.workload.origin": { service: "basket" },
  "site.workload.edge": undefined,
  "site.stores": {},
};

describe("a container service behind a delivery", () => {
  const { services } = settle(FRONTED);
  const [site] = services.filter(isContentDelivery);
  const [basket] = services.filter(isContainerService);

  test("answers at its own host, for which a certificate is made, and nothing that fails is remembered", () => {
    expect(site!.workload).toMatchObject({
      address: { host: "shop.dev.example.com", certificate: undefined, inZone: true },
      origin: { service: "basket", paths: ["/api/*"], timeoutSeconds: 30 },
      cache: { errorSeconds: 0 },
    });
  });

  test("is reached by CloudFront alone", () => {
    expect(basket!.workload).toMatchObject({ host: "shop.dev.example.com", behindEdge: true });
  });

  test("is declared without a problem, beside a store or instead of one", () => {
    expect(problems({})).toEqual([]);
    expect(problems(STORELESS)).toEqual([]);
  });

  test("shares its host with others by their paths, which are behind it too", () => {
    const other = { ...FRONTED.services[0], name: "rates" };
    const shared = {
      ...FRONTED,
      services: [...FRONTED.services, changed(other, "workload.paths", ["/rates/*"])],
    };
    expect(problemsOf(shared)).toEqual([]);
    expect(settle(shared).services.filter(isContainerService)).toMatchObject([
      { workload: { behindEdge: true } },
      { workload: { behindEdge: true } },
    ]);
  });
});

test("a certificate that is given is for names below the edge's domain alone", () => {
  const certificate =
    "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
  const addressOf = (domain: string) =>
    settle({ ...FRONTED, edge: { domain, certificate } }).services.filter(isContentDelivery)[0]!
      .workload.address;
  expect(addressOf("dev.example.com")).toMatchObject({ certificate });
  expect(addressOf("cdn.dev.example.com")).toMatchObject({ certificate: undefined });
});

describe("what is a problem", () => {
  test.each([
    [
      "a delivery of nothing",
      { ...STORELESS, "site.workload.origin": undefined },
      [
        "site.workload.store: expected an object store of the service, or an `origin` that answers, got neither",
      ],
    ],
    [
      "a service that there is not",
      { "site.workload.origin.service": "rates" },
      [
        'site.workload.origin.service: expected a container service of dev-front with a `host` (basket), got "rates"',
      ],
    ],
    [
      "a service that is no container",
      { "site.workload.origin.service": "site" },
      [
        'site.workload.origin.service: expected a container service of dev-front with a `host` (basket), got "site"',
      ],
    ],
    [
      "a service without a host",
      { "basket.workload.host": undefined },
      [
        'site.workload.origin.service: expected a container service of dev-front with a `host` (there is none), got "basket"',
      ],
    ],
    [
      "a service of gRPC",
      { "basket.workload.protocol": "grpc" },
      [
        'site.workload.origin.service: expected a service that browsers can ask, got "basket", which speaks gRPC alone',
      ],
    ],
    [
      "a host of the delivery's own",
      { "site.workload.host": "www" },
      [
        'site.workload.host: expected nothing, since the address is that of basket (shop.dev.example.com), got "www"; leave it out',
      ],
    ],
    [
      "a store without what the service answers",
      { "site.workload.origin.paths": undefined },
      [
        'site.workload.origin.paths: expected which paths basket answers, such as ["/api/*"], since the store "pages" answers the others, got nothing',
      ],
    ],
    [
      "a store of which nothing is handed out",
      {
        "site.workload.origin.paths": ["/*"],
        "site.workload.cache": undefined,
        "site.workload.edge": undefined,
      },
      [
        'site.workload.origin.paths: expected a part of the paths, since "/*" is every path and leaves the store "pages" none, got ["/*"]; leave out the store',
      ],
    ],
    [
      "a path twice",
      { "site.workload.origin.paths": ["/api/*", "/api/*"] },
      ['site.workload.origin.paths: expected each once, got "/api/*" twice'],
    ],
    [
      "some paths where nobody answers the others",
      { ...STORELESS, "site.workload.origin": { service: "basket", paths: ["/api/*"] } },
      [
        'site.workload.origin.paths: expected nothing without a store, since basket answers every path then, got ["/api/*"]; leave it out',
      ],
    ],
    [
      "errors that are remembered",
      { "site.workload.cache": { errors: "10s" } },
      [
        'site.workload.cache.errors: expected "0s" with an origin, since one user would get an error that basket meant for another, got "10s"; leave it out',
      ],
    ],
    [
      "what is said of objects that there are not",
      {
        ...STORELESS,
        "site.workload.cache": { maxAge: "1h" },
        "site.workload.headers": { framing: "deny" },
        "site.workload.cors": { origins: ["*"] },
      },
      [
        'site.workload.cache: expected nothing without a store, since nothing of basket is kept and it says its headers itself, got {"maxAge":"1h"}; leave it out',
        'site.workload.headers: expected nothing without a store, since nothing of basket is kept and it says its headers itself, got {"framing":"deny"}; leave it out',
        'site.workload.cors: expected nothing without a store, since nothing of basket is kept and it says its headers itself, got {"origins":["*"]}; leave it out',
      ],
    ],
    [
      "a time that CloudFront does not wait",
      { "site.workload.origin.timeout": "61s" },
      ['site.workload.origin.timeout: expected a duration from "1s" to "60s", got "61s"'],
    ],
    [
      "a firewall and addresses of a balancer that the internet does not reach",
      { loadBalancer: { firewall: { rate: 100 }, anycast: true } },
      [
        'dev-front.loadBalancer.firewall: expected nothing where every host comes through the edge, whose deliveries have firewalls of their own, got {"rate":100}; leave it out',
        "dev-front.loadBalancer.anycast: expected nothing where every host comes through the edge, which is near users already, got true; leave it out",
      ],
    ],
  ])("%s", (_, changes, messages) => {
    expect(problems(changes)).toEqual(messages);
  });

  test("a share of hits where nothing is kept", () => {
    const objective = {
      ...{ name: "cache", sli: "cacheHit", target: 95, window: "30d", firstSteps: ["Look."] },
    };
    expect(problems({ ...STORELESS, "site.objectives": [objective] })).toEqual([
      'site.objectives: expected no objective "cacheHit" without a store, since nothing of basket is kept, got "cache"',
    ]);
  });

  test("another host of the cell, which the internet would reach", () => {
    const other = changed({ ...FRONTED.services[0], name: "rates" }, "workload.host", "rates");
    expect(problemsOf({ ...FRONTED, services: [...FRONTED.services, other] })).toEqual([
      {
        path: "site.workload.origin.service",
        message:
          'expected that every host of the cell comes through the edge, since its one load balancer is reached by CloudFront or from the internet, got "basket" beside "rates", to which no delivery leads; give that one too',
      },
    ]);
  });

  test("two deliveries at one host", () => {
    const other = { ...SITE, name: "site-too" };
    expect(problemsOf({ ...FRONTED, services: [...FRONTED.services, other] })).toEqual([
      {
        path: "site-too.workload.origin.service",
        message: 'expected an address of its own, got "basket", where site answers',
      },
    ]);
  });
});

describe("paths", () => {
  const apart = (of: string, path: string, other: string) =>
    `expected paths the same as, or apart from, those of \`${of}\`, since a request is treated by the first that it matches alone, got "${path}" beside "${other}"`;

  test.each([
    [
      "of objects that are never kept, where a container answers",
      { "site.workload.cache.never": ["/api/*"], "site.workload.edge": undefined },
      [
        'site.workload.cache.never: expected paths apart from those of `origin.paths`, since a request is treated by the first that it matches alone, got "/api/*" beside "/api/*"',
      ],
    ],
    [
      "of code that another list has a part of",
      { "site.workload.edge.viewerRequest.paths": ["/drafts/a/*"] },
      [
        `site.workload.edge.viewerRequest.paths: ${apart("cache.never", "/drafts/a/*", "/drafts/*")}`,
      ],
    ],
    [
      "of code at both ends that meet",
      { "site.workload.edge.viewerResponse.paths": ["/guide/a"] },
      [
        `site.workload.edge.viewerResponse.paths: ${apart("edge.viewerRequest.paths", "/guide/a", "/guide/*")}`,
      ],
    ],
    [
      "of code behind caches, where a private load balancer answers",
      { "site.workload.edge.originResponse.paths": ["/api/*"] },
      [
        'site.workload.edge.originResponse.paths: expected paths apart from those of `origin.paths`, since a request is treated by the first that it matches alone, got "/api/*" beside "/api/*"',
      ],
    ],
    [
      "of code on both sides of a cache that meet",
      { "site.workload.edge.originResponse.paths": ["/guide/a"] },
      [
        `site.workload.edge.originResponse.paths: ${apart("edge.viewerRequest.paths", "/guide/a", "/guide/*")}`,
      ],
    ],
    [
      "twice",
      { "site.workload.edge.viewerResponse.paths": ["/a", "/a"] },
      ['site.workload.edge.viewerResponse.paths: expected each once, got "/a" twice'],
    ],
    [
      "that are more than a distribution has behaviours for",
      {
        "site.workload.edge.viewerResponse.paths": Array.from({ length: 72 }, (_, at) => `/p${at}`),
      },
      [
        "site.workload: expected at most 74 different paths in all, since a distribution has 75 behaviours of which one is for every other path, got 75",
      ],
    ],
  ])("%s", (_, changes, messages) => {
    expect(problems(changes)).toEqual(messages);
  });
});

test.each([
  [
    "site.workload.edge.viewerRequest.code",
    "../edge.js",
    'expected a file of the repository such as functions/guide/edge/pages.js, got "../edge.js"',
  ],
  [
    "site.workload.edge.viewerRequest.code",
    "functions/edge.ts",
    'expected a file of the repository such as functions/guide/edge/pages.js, got "functions/edge.ts"',
  ],
  [
    "site.workload.edge.originResponse.code",
    "functions/edge/pages.js",
    'expected a module of the repository such as functions/guide/edge/languages.ts, got "functions/edge/pages.js"',
  ],
  [
    "site.workload.edge.originResponse.memory",
    10_241,
    "expected a whole number from 128 to 10240, got 10241",
  ],
  [
    "site.workload.edge.originResponse.timeout",
    "31s",
    'expected a duration from "1s" to "30s", got "31s"',
  ],
])("of %s, %j says what is expected", (path, value, message) => {
  expect(problems({ [path]: value })).toEqual([`${path}: ${message}`]);
});

describe("code behind the caches", () => {
  test("has a quarter of a gigabyte, five seconds and nothing left behind by itself", () => {
    const [site] = settle(FRONTED).services.filter(isContentDelivery);
    expect(site!.workload.behindCache).toEqual([
      {
        ...{ event: "originResponse", code: "functions/edge/missing.ts", paths: [] },
        ...{ memoryMiB: 256, timeoutSeconds: 5, includeBody: false, skipDestroy: false },
      },
    ]);
  });

  test("is a problem where a private load balancer answers everything", () => {
    const changes = {
      "site.workload.store": undefined,
      "site.workload.cache": undefined,
      "site.workload.origin.paths": undefined,
      "site.stores": {},
    };
    expect(problems(changes)).toEqual([
      'site.workload.edge.originResponse: expected none without a store, since CloudFront runs no code between itself and the private load balancer of basket, got "functions/edge/missing.ts"; do it in basket, or in `viewerRequest` and `viewerResponse`',
    ]);
  });

  test("sees no body of what only reads", () => {
    expect(problems({ "site.workload.edge.originResponse.includeBody": true })).toEqual([
      "site.workload.edge.originResponse.includeBody: expected no such property; remove it or correct its name",
    ]);
  });
});
