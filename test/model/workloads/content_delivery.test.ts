import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import type { AwsEnvironment } from "../../../model/environment";
import { problemsOf } from "../../../model/settle";
import { changed, ofCatalogImages, settledCatalogImages } from "../fixtures";

const at = "catalog-images.workload";

const SILENT = {
  "workload.host": undefined,
  "workload.cache": undefined,
  "workload.cors": undefined,
  "workload.firewall": undefined,
};

test("silence means a copy for a day, locked headers, and a firewall that only counts in development", () => {
  expect(settledCatalogImages(SILENT).workload).toEqual({
    kind: "contentDelivery",
    store: "images",
    origin: undefined,
    address: {
      ...{ host: "catalog-images.dev.example.com", certificate: undefined, inZone: true },
    },
    cache: {
      maxAgeSeconds: 86_400,
      staleWhileRevalidateSeconds: 3_600,
      staleIfErrorSeconds: 86_400,
      errorSeconds: 10,
      query: [],
      never: [],
    },
    headers: {
      contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      hstsSeconds: 63_072_000,
      framing: "deny",
      resourcePolicy: "cross-origin",
    },
    cors: undefined,
    firewall: { rate: 2_000, mode: "count" },
    ...{ edge: [], behindCache: [] },
    reach: "cheapest",
    logRetentionDays: 30,
  });
});

test("production stops what it finds, is near everybody and keeps logs longer", () => {
  expect(settledCatalogImages(SILENT, prod).workload).toMatchObject({
    firewall: { mode: "block" },
    reach: "all",
    logRetentionDays: 90,
  });
});

test("what is declared wins over every default", () => {
  const declared = {
    "workload.host": "pictures",
    "workload.cache": {
      maxAge: "5m",
      staleWhileRevalidate: "0s",
      staleIfError: "1h",
      errors: "1m",
      query: ["w", "v"],
      never: ["/a/*", "/b/*"],
    },
    "workload.headers": {
      contentSecurityPolicy: "default-src 'self'",
      hsts: "1d",
      framing: "sameOrigin",
      resourcePolicy: "same-site",
    },
    "workload.cors": { origins: ["*"], maxAge: "5m" },
    "workload.firewall": { rate: 100, mode: "block" },
    "workload.reach": "most",
    "workload.logRetention": "7d",
  };
  expect(settledCatalogImages(declared).workload).toMatchObject({
    address: { host: "pictures.dev.example.com" },
    cache: {
      maxAgeSeconds: 300,
      staleWhileRevalidateSeconds: 0,
      staleIfErrorSeconds: 3_600,
      errorSeconds: 60,
      query: ["v", "w"],
      never: ["/a/*", "/b/*"],
    },
    headers: {
      contentSecurityPolicy: "default-src 'self'",
      hstsSeconds: 86_400,
      framing: "sameOrigin",
      resourcePolicy: "same-site",
    },
    cors: { origins: ["*"], maxAgeSeconds: 300 },
    firewall: { rate: 100, mode: "block" },
    reach: "most",
    logRetentionDays: 7,
  });
});

/** `dev` without a domain of its own. */
const homeless: AwsEnvironment = changed(dev, "edge", undefined);

test("without a domain it answers at the cloud's own address", () => {
  const { address } = settledCatalogImages({ "workload.host": undefined }, homeless).workload;
  expect(address).toBeUndefined();
});

test.each([
  [
    "workload.store",
    5,
    "expected 1 to 30 lower-case letters, digits and dashes, starting with a letter, got 5",
  ],
  [
    "workload.host",
    "a.b",
    'expected 1 to 30 lower-case letters, digits and dashes, starting with a letter, got "a.b"',
  ],
  ["workload.cache.maxAge", "366d", 'expected a duration from "0s" to "365d", got "366d"'],
  ["workload.cache.staleWhileRevalidate", 60, 'expected a duration from "0s" to "365d", got 60'],
  ["workload.cache.staleIfError", "x", 'expected a duration from "0s" to "365d", got "x"'],
  ["workload.cache.errors", "2h", 'expected a duration from "0s" to "1h", got "2h"'],
  ["workload.cache.query", [], "expected 1 to 10 parameters, got 0"],
  [
    "workload.cache.query",
    Array.from({ length: 11 }, (_, one) => `p${one}`),
    "expected 1 to 10 parameters, got 11",
  ],
  [
    "workload.cache.never",
    Array.from({ length: 75 }, (_, one) => `/p${one}/*`),
    "expected 1 to 74 paths, got 75",
  ],
  [
    "workload.headers.contentSecurityPolicy",
    " ",
    'expected a policy of at most 500 characters, got " "',
  ],
  ["workload.headers.hsts", "3651d", 'expected a duration from "0s" to "3650d", got "3651d"'],
  ["workload.headers.framing", "all", 'expected "deny" or "sameOrigin", got "all"'],
  [
    "workload.headers.resourcePolicy",
    "all",
    'expected "cross-origin" or "same-site" or "same-origin", got "all"',
  ],
  ["workload.cors.origins", [], "expected 1 to 100 origins, got 0"],
  ["workload.cors.maxAge", "25h", 'expected a duration from "0s" to "24h", got "25h"'],
  ["workload.firewall.rate", 9, "expected a whole number from 10 to 2000000000, got 9"],
  ["workload.firewall.mode", "off", 'expected "block" or "count", got "off"'],
  ["workload.reach", "near", 'expected "cheapest" or "most" or "all", got "near"'],
  [
    "workload.logRetention",
    "31d",
    'expected a number of days that CloudWatch keeps logs for (1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d …), got "31d"',
  ],
])("of %s, %j says what is expected", (path, value, message) => {
  expect(ofCatalogImages(path, value)).toEqual([`catalog-images.${path}: ${message}`]);
});

test.each([
  ["workload.cache.query[0]", "a b", 'expected a parameter\'s name, got "a b"'],
  [
    "workload.cache.never[0]",
    "previews",
    'expected a path such as /previews/*, where * is any text and ? any one character, got "previews"',
  ],
  [
    "workload.cors.origins[0]",
    "shop",
    'expected a site such as https://shop.example.com, without a path, or *, got "shop"',
  ],
])("of the first of %s, %j says what is expected", (path, value, message) => {
  expect(ofCatalogImages(path, value)).toEqual([`catalog-images.${path}: ${message}`]);
});

describe("what fields mean to one another and to the cloud", () => {
  test.each([
    [
      "workload.store",
      "pictures",
      'expected an object store of the service (images), got "pictures"',
    ],
    ["workload.cache.query", ["v", "v"], 'expected each once, got "v" twice'],
    ["workload.cache.never", ["/a/*", "/a/*"], 'expected each once, got "/a/*" twice'],
    [
      "workload.cache.never",
      ["/*"],
      'expected a part of the paths, since "/*" is every path and leaves nothing to keep, got ["/*"]; say `maxAge: "0s"` where each use is to be asked for',
    ],
    [
      "workload.cors.origins",
      ["*", "https://shop.example.com"],
      'expected "*" alone, which is every site, or the sites without it, got ["*","https://shop.example.com"]',
    ],
  ])("%s = %j", (path, value, message) => {
    expect(ofCatalogImages(path, value)).toEqual([`catalog-images.${path}: ${message}`]);
  });

  test("a store that is a table, or none at all", () => {
    expect(ofCatalogImages("stores.images", { kind: "keyValue", partitionKey: "id" })).toEqual([
      `${at}.store: expected an object store of the service (none is declared), got "images"`,
      'catalog-images.objectives[2].store: expected no such objective of a service without a store that declares `replicate`, got "images"',
    ]);
  });

  test("a store whose objects nobody can read at once", () => {
    expect(ofCatalogImages("stores.images.tier", "archive")).toEqual([
      `${at}.store: expected a store whose objects can be read at once, got "images", whose tier "archive" takes hours; choose "cold"`,
    ]);
  });

  test("access to a store, of code that there is none of", () => {
    expect(ofCatalogImages("stores.images.access", ["get"])).toEqual([
      'catalog-images.stores.images.access: expected none, since content delivery runs no code that could use it and CloudFront reads by the bucket\'s policy, got ["get"]; leave it out',
    ]);
  });

  test("a host without a domain", () => {
    expect(problemsOf({ ...homeless, services: [catalogImages] })).toEqual([
      {
        path: `${at}.host`,
        message:
          'expected `edge` of the environment dev, which says below which domain and by which certificate, got "images" alone',
      },
    ]);
  });

  test("a partition of AWS without us-east-1", () => {
    const region = "cn-north-1";
    const unguarded = { ...dev, cost: undefined as never };
    const service = changed(catalogImages, "stores.images.replicate.to", "cn-northwest-1");
    expect(problemsOf({ ...unguarded, region, services: [service] })).toEqual([
      {
        path: `${at}.kind`,
        message:
          'expected no content delivery in cn-north-1 (dev), whose partition of AWS has no us-east-1, got "contentDelivery"',
      },
    ]);
  });

  test("Google Cloud says that it has neither such a service nor its store yet", () => {
    expect(problemsOf({ ...devGcp, services: [catalogImages] })).toEqual([
      {
        path: `${at}.kind`,
        message:
          'expected "eventDriven" on Google Cloud (dev-gcp), where content delivery is not built yet (docs/clouds.md); list the service in environments on AWS only, got "contentDelivery"',
      },
      {
        path: "catalog-images.stores.images.kind",
        message:
          'expected "keyValue" on Google Cloud (dev-gcp), where object stores are not built yet (docs/clouds.md); list the service in environments on AWS only, got "object"',
      },
    ]);
  });
});

describe("what services of content delivery share", () => {
  const certificate = (region: string, account = dev.account) =>
    `arn:aws:acm:${region}:${account}:certificate/12345678-1234-1234-1234-123456789012`;

  test.each([
    ["edge.domain", "shop", 'expected a domain such as example.com, got "shop"'],
    ["edge.certificate", "mine", 'expected the ARN of a certificate of ACM, got "mine"'],
    [
      "edge.certificate",
      certificate("eu-west-1"),
      'expected a certificate of the account 123456789012 in us-east-1, the only ones that CloudFront takes, got "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-...',
    ],
    [
      "edge.certificate",
      certificate("us-east-1", "999999999999"),
      'expected a certificate of the account 123456789012 in us-east-1, the only ones that CloudFront takes, got "arn:aws:acm:us-east-1:999999999999:certificate/12345678-...',
    ],
  ])("dev.%s = %j", (path, value, message) => {
    expect(problemsOf(changed(dev, path, value))).toEqual([{ path: `dev.${path}`, message }]);
  });

  const another = (name: string, host?: string) =>
    changed({ ...catalogImages, name }, "workload.host", host);

  test("two services at one address", () => {
    const services = [another("images"), catalogImages];
    expect(problemsOf({ ...dev, services })).toEqual([
      {
        path: `${at}.host`,
        message: 'expected an address of its own, got "images", where images answers',
      },
    ]);
  });

  test("more services than CloudFront has policies for", () => {
    const plain = (name: string) => changed(another(name), "workload.cache", undefined);
    const services = Array.from({ length: 21 }, (_, index) => plain(`images-${index}`));
    expect(problemsOf({ ...dev, services: services.slice(1) })).toEqual([]);
    expect(problemsOf({ ...dev, services })).toEqual([
      {
        path: "dev.services",
        message:
          "expected at most 20 services of content delivery and APIs at the edge, since CloudFront gives an account 20 cache policies and each has its own, got 21; move some to an environment with an account of its own",
      },
    ]);
  });

  test("more policies of headers than CloudFront gives: paths that are never kept take another", () => {
    const services = Array.from({ length: 11 }, (_, index) => another(`images-${index}`));
    expect(problemsOf({ ...dev, services: services.slice(1) })).toEqual([]);
    expect(problemsOf({ ...dev, services })).toEqual([
      {
        path: "dev.services",
        message:
          "expected at most 20 policies of response headers, which is what CloudFront gives an account, got 22: one of each service of content delivery and of each API at the edge, and one more of each with `cache.never`; move some to an environment with an account of its own",
      },
    ]);
  });
});
