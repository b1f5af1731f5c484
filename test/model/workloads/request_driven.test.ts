import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import { storefront } from "../../../environments/services/storefront";
import { problemsOf } from "../../../model/settle";
import { ofStorefront, settledStorefront } from "../fixtures";

const at = "storefront.workload";

test("silence means a JWT on each route, room for twice the peak and a function that answers in 10 s", () => {
  const { workload } = settledStorefront({
    "workload.cors": undefined,
    "workload.edge": undefined,
    "workload.function": undefined,
  });
  expect(workload).toEqual({
    kind: "requestDriven",
    code: "functions/storefront",
    routes: [
      expect.objectContaining({ method: "GET", path: "/v1/items/{id}", auth: "jwt", scopes: [] }),
      expect.objectContaining({ method: "PUT", auth: "jwt", scopes: ["catalogue:write"] }),
    ],
    jwt: { issuer: "https://login.example.com/", audience: ["storefront"] },
    throttle: { ratePerSecond: 400, burst: 400 },
    cors: undefined,
    function: {
      memoryMiB: 512,
      timeoutSeconds: 10,
      reservedConcurrency: 100,
      architecture: "arm64",
      logRetentionDays: 30,
      provisioned: undefined,
    },
  });
});

test("a browser may use the methods of the routes and send a token and a body for an hour", () => {
  expect(settledStorefront().workload.cors).toEqual({
    origins: ["https://shop.example.com"],
    methods: ["GET", "PUT"],
    headers: ["authorization", "content-type"],
    maxAgeSeconds: 3_600,
  });
});

test("warm instances are kept in production alone, and are to be used at 70 of 100", () => {
  expect(settledStorefront().workload.function.provisioned).toBeUndefined();
  expect(settledStorefront({}, prod).workload.function.provisioned).toEqual({
    min: 1,
    max: 20,
    utilizationPercent: 70,
  });
});

test("what is declared wins over every default", () => {
  const declared = {
    "workload.throttle": { rate: 300, burst: 50 },
    "workload.cors": {
      origins: ["*"],
      methods: ["GET"],
      headers: ["X-Shop", "accept"],
      maxAge: "5m",
    },
    "workload.function": {
      memory: 1_024,
      timeout: "29s",
      concurrency: 40,
      architecture: "x86_64",
      logRetention: "7d",
      provisioned: { min: 2, max: 40, utilization: 50 },
    },
  };
  const { workload } = settledStorefront(declared, prod);
  expect(workload).toMatchObject({
    throttle: { ratePerSecond: 300, burst: 50 },
    cors: { origins: ["*"], methods: ["GET"], headers: ["accept", "x-shop"], maxAgeSeconds: 300 },
    function: {
      memoryMiB: 1_024,
      timeoutSeconds: 29,
      reservedConcurrency: 40,
      architecture: "x86_64",
      logRetentionDays: 7,
      provisioned: { min: 2, max: 40, utilizationPercent: 50 },
    },
  });
});

test("the workload's scopes are those of each route that names none", () => {
  const { routes } = settledStorefront({
    "workload.auth.jwt.scopes": ["catalogue:read"],
    "workload.routes[2]": { method: "GET", path: "/health", auth: "none" },
  }).workload;
  expect(routes.map(({ scopes }) => scopes)).toEqual([["catalogue:read"], ["catalogue:write"], []]);
});

test.each([
  [0.1, { ratePerSecond: 10, burst: 10 }],
  [5.2, { ratePerSecond: 11, burst: 11 }],
  [4_000, { ratePerSecond: 8_000, burst: 5_000 }],
  [9_000, { ratePerSecond: 10_000, burst: 5_000 }],
])("a peak of %d a second is let through with room to spare", (peakPerSecond, throttle) => {
  const traffic = { averagePerSecond: 0.1, peakPerSecond };
  expect(settledStorefront({ traffic }).workload.throttle).toEqual(throttle);
});

test("production keeps logs longer and its table from deletion", () => {
  const service = settledStorefront({}, prod);
  expect(service.workload.function.logRetentionDays).toBe(90);
  expect(service.stores).toEqual([
    expect.objectContaining({ name: "catalogue", deletionProtection: true }),
  ]);
});

test("a service that keeps nothing, or more than one thing, may be request-driven", () => {
  const catalogue = storefront.stores["catalogue"];
  expect(ofStorefront("stores", {})).toEqual([]);
  expect(ofStorefront("stores", { catalogue, baskets: catalogue })).toEqual([]);
});

test("a workload of a kind that there is not", () => {
  expect(ofStorefront("workload.kind", "cron")).toEqual([
    `${at}.kind: expected "eventDriven", "requestDriven", "contentDelivery", "containerService", "virtualMachines", "graphql", "workflow", "batch" or "inference", got "cron"`,
  ]);
});

test("Google Cloud says that it has no such service yet, and nothing else", () => {
  const problems = problemsOf({ ...devGcp, services: [storefront] });
  expect(problems).toEqual([
    {
      path: `${at}.kind`,
      message:
        'expected "eventDriven" on Google Cloud (dev-gcp), where request-driven services are not built yet (docs/clouds.md); list the service in environments on AWS only, got "requestDriven"',
    },
  ]);
});

const BRACES =
  "expected a path such as /v1/items/{id}, of letters, digits, `.`, `_`, `~`, `-` and parameters in braces; one such as {rest+} at its end only";

describe("each field says what it expects", () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ["code", "../x", 'expected a folder of the repository such as functions/orders, got "../x"'],
    ["routes", undefined, "expected a list of routes, got nothing"],
    ["routes", [], "expected 1 to 300 routes, got 0"],
    [
      "routes[0].method",
      "ANY",
      'expected "DELETE" or "GET" or "HEAD" or "PATCH" or "POST" or "PUT", got "ANY"',
    ],
    ["routes[0].path", "items", `${BRACES}, got "items"`],
    ["routes[0].path", "/items/", `${BRACES}, got "/items/"`],
    ["routes[0].path", "/{rest+}/items", `${BRACES}, got "/{rest+}/items"`],
    ["routes[0].path", "/a-{id}", `${BRACES}, got "/a-{id}"`],
    ["routes[0].auth", "iam", 'expected "jwt" or "none", got "iam"'],
    ["routes[0].scopes", [], "expected 1 to 10 scopes, got 0"],
    [
      "routes[1].scopes[0]",
      "a b",
      'expected a scope without spaces, quotes or backslashes, got "a b"',
    ],
    [
      "auth.jwt.issuer",
      "http://login.example.com",
      'expected an issuer\'s https address, got "http://login.example.com"',
    ],
    ["auth.jwt.audience", [], "expected 1 to 50 client ids, got 0"],
    ["auth.jwt.audience[0]", "", 'expected a client\'s id, got ""'],
    ["throttle.rate", 0, "expected a whole number from 1 to 100000, got 0"],
    ["throttle.burst", 1.5, "expected a whole number from 1 to 50000, got 1.5"],
    [
      "cors.origins[0]",
      "https://shop.example.com/",
      'expected a site such as https://shop.example.com, without a path, or *, got "https://shop.example.com/"',
    ],
    ["cors.headers", ["x shop"], 'expected a header\'s name, got "x shop"'],
    ["cors.maxAge", "2d", 'expected a duration from "0s" to "24h", got "2d"'],
    ["function.memory", 64, "expected a whole number from 128 to 10240, got 64"],
    ["function.timeout", "30s", 'expected a duration from "1s" to "29s", got "30s"'],
    ["function.concurrency", 0, "expected a whole number from 1 to 10000, got 0"],
    ["function.provisioned.min", 0, "expected a whole number from 1 to 10000, got 0"],
    ["function.provisioned.utilization", 0.7, "expected a whole number from 10 to 90, got 0.7"],
    ["queue", {}, "expected no such property; remove it or correct its name"],
  ];
  test.each(cases)("%s = %j", (path, value, message) => {
    const found = path === "cors.headers" ? `${path}[0]` : path;
    expect(ofStorefront(`workload.${path}`, value)).toEqual([`${at}.${found}: ${message}`]);
  });
});

test("an issuer is taken as its tokens spell it, with or without a slash at its end", () => {
  expect(ofStorefront("workload.auth.jwt.issuer", "https://login.example.com")).toEqual([]);
});

describe("what fields mean to one another", () => {
  test("a route that takes the same requests as another", () => {
    const twice = { method: "GET", path: "/v1/items/{item}" };
    expect(ofStorefront("workload.routes[2]", twice)).toEqual([
      `${at}.routes[2]: expected each route once, got "GET /v1/items/{item}", which takes the same requests as routes[0]`,
      expect.stringContaining("expected the parameters to be called as in routes[0]"),
    ]);
  });

  test("a route whose resources would be named like another's", () => {
    const alike = { method: "GET", path: "/v1/items/id" };
    expect(ofStorefront("workload.routes[2]", alike)).toEqual([
      `${at}.routes[2]: expected routes that differ in a letter or digit, of which their resources are named, got "GET /v1/items/id" beside "GET /v1/items/{id}"`,
    ]);
  });

  test("a path that takes all that follows beside one that takes a part", () => {
    const rest = { method: "GET", path: "/v1/items/{rest+}" };
    expect(ofStorefront("workload.routes[2]", rest)).toEqual([]);
  });

  test("a parameter that a path has twice", () => {
    expect(ofStorefront("workload.routes[0].path", "/shops/{id}/items/{id}")).toEqual([
      `${at}.routes[0].path: expected each parameter once, got {id} twice in "/shops/{id}/items/{id}"`,
    ]);
  });

  test("a route that asks for a token where nobody gives any", () => {
    const message =
      'expected "none", for everybody, or `workload.auth`, which says whose tokens are taken, got nothing and no `workload.auth`';
    expect(ofStorefront("workload.auth", undefined)).toEqual([
      `${at}.routes[0].auth: ${message}`,
      `${at}.routes[1].auth: ${message}`,
    ]);
  });

  test("scopes on a route for everybody", () => {
    expect(ofStorefront("workload.routes[1].auth", "none")).toEqual([
      `${at}.routes[1].scopes: expected nothing on a route for everybody (auth "none"), which asks for no token, got ["catalogue:write"]`,
    ]);
  });

  test("tokens that no route asks for", () => {
    const open = [{ method: "GET", path: "/", auth: "none" }];
    expect(ofStorefront("workload.routes", open)).toEqual([
      `${at}.auth: expected a route that asks for a token, got auth "none" on every route; remove \`auth\` there or here`,
    ]);
  });

  test("a rate below the declared peak", () => {
    expect(ofStorefront("workload.throttle", { rate: 199 })).toEqual([
      `${at}.throttle.rate: expected at least the declared peak of 200 requests a second, or users are refused in the busiest minute, got 199`,
    ]);
  });

  test("a peak over what an account takes, without a rate that says its quota was raised", () => {
    const traffic = { averagePerSecond: 20, peakPerSecond: 20_000 };
    expect(ofStorefront("traffic", traffic)).toEqual([
      `${at}.throttle.rate: expected at least the declared peak of 20000 requests a second, or users are refused in the busiest minute, got 10000`,
    ]);
  });

  test("every site, and some", () => {
    const origins = ["*", "https://shop.example.com"];
    expect(ofStorefront("workload.cors.origins", origins)).toEqual([
      `${at}.cors.origins: expected "*" alone, which is every site, or the sites without it, got ["*","https://shop.example.com"]`,
    ]);
  });

  test("as many warm instances at least as at most", () => {
    expect(ofStorefront("workload.function.provisioned.min", 20)).toEqual([
      `${at}.function.provisioned.min: expected fewer than the max of 20, or there is nothing to scale, got 20`,
    ]);
  });

  test("more warm instances than the function may have", () => {
    expect(ofStorefront("workload.function.concurrency", 10)).toEqual([
      `${at}.function.provisioned.max: expected at most the function's concurrency of 10, which warm instances are part of, got 20`,
    ]);
  });

  test("an objective that is counted of a queue", () => {
    const objective = {
      name: "success",
      sli: "success",
      target: 99.9,
      window: "30d",
      firstSteps: ["Look."],
    };
    expect(ofStorefront("objectives", [objective])).toEqual([
      'storefront.objectives[0].sli: expected "availability" or "latency" or "throughput" or "replication" or "business" of a service that is requestDriven, got "success", which is counted of eventDriven and workflow and batch and inference services',
    ]);
  });
});
