import { dev as wholeDev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod as wholeProd } from "../../../environments/prod";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import { ofFunctions } from "../fixtures";

const [dev, prod] = [ofFunctions(wholeDev), ofFunctions(wholeProd)];

const networked = (environment: object, fields: object = {}) =>
  ({
    ...environment,
    ...{ network: { pool: "10.32.0.0/16" }, loadBalancer: {} },
    ...fields,
  }) as EnvironmentDeclaration;

const said = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

test("in development the firewall only counts, and logs are kept as long as others", () => {
  expect(settle(networked(dev)).loadBalancer).toEqual({
    firewall: { rate: 2000, mode: "count" },
    ...{ tlsPolicy: "modern", idleTimeoutSeconds: 60, anycast: false, logRetentionDays: 30 },
  });
});

test("in production the firewall blocks", () => {
  expect(settle(networked(prod)).loadBalancer).toMatchObject({
    ...{ firewall: { mode: "block" }, logRetentionDays: 90 },
  });
});

test("what is declared wins", () => {
  const loadBalancer = {
    firewall: { rate: 500, mode: "block" },
    ...{ tlsPolicy: "strict", idleTimeout: "2m", anycast: true, logRetention: "14d" },
  };
  expect(settle(networked(dev, { loadBalancer })).loadBalancer).toEqual({
    firewall: { rate: 500, mode: "block" },
    ...{ tlsPolicy: "strict", idleTimeoutSeconds: 120, anycast: true, logRetentionDays: 14 },
  });
});

test.each<[object, string]>([
  [
    { loadBalancer: { tlsPolicy: "old" } },
    'dev.loadBalancer.tlsPolicy: expected "modern" or "strict", got "old"',
  ],
  [
    { loadBalancer: { idleTimeout: "2h" } },
    'dev.loadBalancer.idleTimeout: expected a duration from "1s" to "4000s", got "2h"',
  ],
  [{ loadBalancer: { anycast: "yes" } }, "dev.loadBalancer.anycast: expected true or false"],
  [
    { loadBalancer: { firewall: { mode: "off" } } },
    'dev.loadBalancer.firewall.mode: expected "block" or "count", got "off"',
  ],
  [
    { network: undefined },
    "dev.loadBalancer: expected a network for the load balancer to stand in, got none; declare dev.network",
  ],
  [
    { network: { pool: "10.32.0.0/16", tiers: ["private"] } },
    'dev.loadBalancer: expected a public tier for the load balancer to stand in, got none; add "public" to dev.network.tiers',
  ],
  [
    { network: { pool: "10.32.0.0/16", zones: ["a"] } },
    "dev.loadBalancer: expected 2 zones or more for the load balancer to stand in, which AWS asks for, got 1; add to dev.network.zones",
  ],
])("%j is a problem", (fields, message) => {
  expect(said(networked(dev, fields))).toEqual([message]);
});

test("on Google Cloud it is a problem until its twin is built", () => {
  expect(said({ ...devGcp, loadBalancer: {} })).toEqual([
    "dev-gcp.loadBalancer: expected none on Google Cloud (dev-gcp), where load balancers are not built yet (docs/clouds.md says what they will be); leave it out",
  ]);
});
