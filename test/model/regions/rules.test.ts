import { checkout } from "../../../environments/services/checkout";
import { catalogImages } from "../../../environments/services/catalog-images";
import { orders } from "../../../environments/services/orders";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import type { RegionsDeclaration } from "../../../model/regions/declaration";
import { problemsOf } from "../../../model/settle";
import { EVENTFUL } from "../../constructs/support/events";
import { ASKING, SERVED } from "../../constructs/support/inference";
import { SIGN_IN } from "../../constructs/support/sign_in";
import { withoutApisAtEdge } from "../cells/fleet";
import { changed } from "../fixtures";
import { inTwo, ready, SINGLE } from "./regions";

const messages = (environment: AwsEnvironment): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

const of = (regions: Partial<RegionsDeclaration>): string[] => messages(inTwo(regions));

/** Of `orders` in two regions with one field changed. */
const ofOrders = (path: string, to: unknown): string[] =>
  messages(
    inTwo(
      { services: { orders: {} } },
      { ...SINGLE, services: [changed(ready(orders), path, to) as ServiceDeclaration] },
    ),
  );

const ofStorefront = (path: string, to: unknown): string[] =>
  messages(
    inTwo(
      { services: { storefront: {} } },
      { ...SINGLE, services: [changed(SINGLE.services[1]!, path, to)] },
    ),
  );

test.each(["activePassive", "activeActive"] as const)(
  "two regions that are %s are fine",
  (mode) => {
    expect(of({ mode })).toEqual([]);
  },
);

test.each<[string, unknown, string]>([
  ["second", "west", 'second: expected a region such as "us-west-2", got "west"'],
  ["mode", "active", 'mode: expected "activePassive" or "activeActive", got "active"'],
  [
    "services",
    ["orders"],
    "services: expected settings by the name of a service, such as { orders: {} }",
  ],
  [
    "services.orders.host",
    "Orders",
    'services.orders.host: expected a domain such as example.com, got "Orders"',
  ],
  [
    "services.storefront.health",
    "health",
    'services.storefront.health: expected a path such as /v1/health, got "health"',
  ],
  [
    "services.orders.late",
    "2d",
    'services.orders.late: expected a duration from "1m" to "1d", got "2d"',
  ],
])("regions.%s may not be %j", (path, to, message) => {
  expect(messages(changed(inTwo(), `regions.${path}`, to))).toEqual([`dev-two.regions.${message}`]);
});

test("the second region is another one, of the same partition", () => {
  expect(of({ second: "us-east-1" })).toEqual([
    'dev-two.regions.second: expected another region than the environment\'s (dev-two), with which a copy would be lost, got "us-east-1"',
  ]);
  expect(of({ second: "cn-north-1" })).toEqual([
    'dev-two.regions.second: expected a region that accounts of us-east-1 (dev-two) can be in, got "cn-north-1"',
  ]);
});

test("a fleet has no second region", () => {
  expect(messages({ ...inTwo(), cells: { fleet: 1 } })).toEqual([
    "dev-two.regions: expected none in an environment with a fleet (dev-two.cells), of which each cell would need a second region of its own; leave one of the two out",
  ]);
});

test("records that lead to a region need a zone", () => {
  const without = changed(changed(inTwo(), "dns", undefined), "edge", undefined);
  expect(messages(without)).toEqual([
    "dev-two.regions: expected a zone, whose records lead to the region in use, got none; declare dev-two.dns",
  ]);
});

test("the services are named, and are the environment's", () => {
  expect(of({ services: {} })).toEqual([
    "dev-two.regions.services: expected the services that are in both regions, got none; name one, or leave `regions` out",
  ]);
  expect(of({ services: { baskets: {} } })).toEqual([
    'dev-two.regions.services.baskets: expected a service of dev-two, which has orders, storefront, got "baskets"',
  ]);
});

test("a host lies in the zone and leads to one service", () => {
  expect(of({ services: { orders: { host: "orders.example.org" } } })).toEqual([
    'dev-two.regions.services.orders.host: expected a name below the zone dev.example.com, got "orders.example.org"',
  ]);
  expect(of({ services: { orders: { host: "dev.example.com" } } })).toEqual([
    'dev-two.regions.services.orders.host: expected a name below the zone dev.example.com, got "dev.example.com"',
  ]);
  const host = "orders.dev.example.com";
  expect(of({ services: { orders: {}, storefront: { host } } })).toEqual([
    'dev-two.regions.services.storefront.host: expected a name of its own, got "orders.dev.example.com", which leads to orders',
  ]);
});

test("a host is no name at which something else of the environment answers", () => {
  const network = { pool: "10.32.0.0/16", nat: "single" } as const;
  const edge = { domain: "dev.example.com" };
  const services = [...SINGLE.services, catalogImages, checkout];
  const environment = { ...SINGLE, network, edge, services };
  const at = (host: string, change: Partial<AwsEnvironment> = {}) =>
    messages(inTwo({ services: { orders: { host } } }, { ...environment, ...change }));
  const said = "dev-two.regions.services.orders.host: expected a name of its own, got";
  expect(at("checkout.dev.example.com")).toEqual([
    `${said} "checkout.dev.example.com", which leads to checkout`,
  ]);
  expect(at("images.dev.example.com")).toEqual([
    `${said} "images.dev.example.com", which leads to catalog-images`,
  ]);
  const edged = changed(SINGLE.services[1]!, "workload.edge", {}) as ServiceDeclaration;
  expect(at("storefront.dev.example.com", { services: [SINGLE.services[0]!, edged] })).toEqual([
    `${said} "storefront.dev.example.com", which leads to storefront`,
  ]);
  const signIn = { ...SIGN_IN, domain: { host: "login.dev.example.com" } };
  expect(at("login.dev.example.com", { signIn })).toEqual([
    `${said} "login.dev.example.com", which leads to the pages of signIn.domain.host`,
  ]);
  expect(at("orders.dev.example.com")).toEqual([]);
});

test("what runs in a network is in one region", () => {
  const services = [...SINGLE.services, checkout];
  const network = { pool: "10.32.0.0/16", nat: "single" } as const;
  const regions = { services: { checkout: {} } };
  expect(messages(inTwo(regions, { ...SINGLE, network, services }))).toEqual([
    "dev-two.regions.services.checkout: expected a service that is requestDriven or eventDriven, which alone are built in two regions, got checkout, which is containerService; leave it out here, or move what has to outlive a region to a service of one of these kinds",
  ]);
});

test.each<[string, unknown, string]>([
  [
    "stores.pictures",
    { kind: "object" },
    "expected stores that are keyValue, of which alone us-west-2 has a copy that is written to, got orders.stores.pictures, which is object; keep what both regions need in a table, or leave the service out here",
  ],
  [
    "stores.state.replicate",
    { to: "eu-west-1" },
    "expected no copy beside the table of the second region, got orders.stores.state.replicate; take it out and apply that first",
  ],
  [
    "stores.state.stream",
    undefined,
    'expected a stream of both images, by which DynamoDB copies a table, got nothing of orders.stores.state; declare stream: { view: "newAndOld" } and apply it before the region, whose plan then touches no table',
  ],
  [
    "stores.state.stream.view",
    "keys",
    'expected a stream of both images, by which DynamoDB copies a table, got "keys" of orders.stores.state; declare stream: { view: "newAndOld" } and apply it before the region, whose plan then touches no table',
  ],
  [
    "secrets",
    { signing: { description: "Signs.", rotate: { code: "functions/orders", every: "30d" } } },
    "expected secrets to which a person gives their value, in each region, got orders.secrets.signing, which would have another one in each; leave `generate` and `rotate` out",
  ],
  [
    "models",
    { writer: { id: "anthropic.claude-3-haiku-20240307-v1:0" } },
    "expected no foundation models, which us-west-2 may not have and whose guardrails are of one region, got orders.models.writer; ask it from a service that is in one region",
  ],
  [
    "extend",
    [{ cloud: "aws", type: "aws_sqs_queue", id: "audit", attributes: { name: "audit" } }],
    "expected no resources of its own, which would be in one region, got orders.extend; give them to a service that is in one",
  ],
])("a service with another %s of %j is in one region", (path, to, message) => {
  expect(ofOrders(path, to)).toEqual([`dev-two.regions.services.orders: ${message}`]);
});

test("an API at the edge is in one region", () => {
  const edged = { ...SINGLE, edge: { domain: "dev.example.com" } };
  const service = changed(SINGLE.services[1]!, "workload.edge", {});
  expect(
    messages(inTwo({ services: { storefront: {} } }, { ...edged, services: [service] })),
  ).toEqual([
    "dev-two.regions.services.storefront: expected no distribution, which leads to one region, got storefront.workload.edge; leave it out: the host leads to the API of the region in use",
  ]);
});

test("who takes tokens of the environment's users is in one region", () => {
  const found = ofStorefront("workload.auth", { signIn: { clients: ["shop"] } });
  expect(found).toContain(
    "dev-two.regions.services.storefront: expected tokens of an issuer that both regions reach, got storefront.workload.auth.signIn, whose users are in one region; name another by `jwt`",
  );
});

test("who subscribes to events is where they are published", () => {
  const publisher = {
    ...ready(orders),
    name: "baskets",
    publishes: { left: { schema: { type: "object" } } },
  } as const;
  const subscriber = changed(ready(orders), "workload.subscribes", [{ service: "baskets" }]);
  const services = [publisher, subscriber];
  expect(messages(inTwo({ services: { orders: {} } }, { ...SINGLE, services }))).toEqual([
    "dev-two.regions.services.orders: expected that baskets, whose events orders subscribes to, is in both regions too; name it beside orders",
  ]);
});

test("who hears of events is in both regions in which they are published", () => {
  const services = withoutApisAtEdge([...EVENTFUL.services]).map(ready);
  const regions = { services: { storefront: {} } };
  expect(messages(inTwo(regions, { ...SINGLE, services }))).toEqual([
    "dev-two.regions.services.storefront: expected that audit, which subscribes to events of storefront, is in both regions too; name it beside storefront",
  ]);
});

test("who asks endpoints is in one region", () => {
  const services = [...SERVED.services];
  const asking = services.find(({ name }) => name === ASKING.name)!;
  const environment = { ...SERVED, dns: SINGLE.dns, services };
  expect(messages(inTwo({ services: { [asking.name]: {} } }, environment))).toContain(
    `${SERVED.name}.regions.services.${asking.name}: expected no endpoints, which are in one region while ${asking.name} is in us-west-2 too, got ${asking.name}.invokes; ask them from a service that is in one region`,
  );
});

test("names that are too long with a region in them are told before AWS does", () => {
  const named = (name: string) => ({ ...ready(orders), name, objectives: [] });
  const publisher = {
    ...named("shopping-baskets"),
    publishes: { left: { schema: { type: "object" } } },
  } as const;
  const subscriber = changed(named("wholesale-orders"), "workload.subscribes", [
    { service: publisher.name },
  ]);
  const services = { [publisher.name]: {}, [subscriber.name]: {} };
  const environment = { ...SINGLE, name: "staging-eu", services: [publisher, subscriber] };
  expect(messages(inTwo({ second: "ap-southeast-1", services }, environment))).toEqual([
    "staging-eu.regions.services.wholesale-orders: expected a name with which roles and rules in ap-southeast-1 have at most 64 characters, got staging-eu-c01-ap-southeast-1-wholesale-orders-from-shopping-baskets, which has 68; shorten it by 4",
  ]);
});

test("what is asked after a region's health is a route that anybody may ask", () => {
  const asked = of({ services: { storefront: { health: "/v1/health" } } });
  expect(asked).toEqual([
    'dev-two.regions.services.storefront.health: expected the path of a GET route of storefront that says auth: "none", since Route 53 has no token, got "/v1/health"; declare the route, or leave `health` out',
  ]);
  expect(of({ services: { orders: { health: "/" } } })).toEqual([
    'dev-two.regions.services.orders.health: expected none of orders, which answers no requests, got "/"; its region is judged by how late its events are (`late`)',
  ]);
});

test("events are late when no bad message alone makes them so", () => {
  expect(of({ services: { orders: { late: "15m" } } })).toEqual([
    'dev-two.regions.services.orders.late: expected more than the 1095s in which orders tries a message and sets it aside, or one bad message would move all, got "15m"',
  ]);
  expect(of({ services: { storefront: { late: "1h" } } })).toEqual([
    'dev-two.regions.services.storefront.late: expected none of storefront, which has no queue, got "1h"; leave it out',
  ]);
});

test("what would happen in each region happens twice: an outbox and schedules are refused", () => {
  const telling = changed(ready(orders), "publishes", {
    "order.placed": { schema: { type: "object" } },
  }) as ServiceDeclaration;
  const services = [changed(telling, "outbox", {}) as ServiceDeclaration];
  expect(messages(inTwo({ services: { orders: {} } }, { ...SINGLE, services }))).toEqual([
    `${SINGLE.name}.regions.services.orders: expected no outbox, which lies in one region while the state is in us-west-2 too, got orders.outbox; leave it out, and let the code publish where it runs`,
  ]);
  expect(ofOrders("workload.schedules", { nightly: { cron: "0 3 * * ? *" } })).toEqual([
    `${SINGLE.name}.regions.services.orders: expected no schedules, which would wake the service in both regions each time, got orders.workload.schedules.nightly; let a service be woken that is in one region`,
  ]);
});
