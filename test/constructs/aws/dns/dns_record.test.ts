import {
  CLOUDFRONT_ZONE,
  DnsRecord,
  type DnsRecordProps,
  type RecordTarget,
} from "../../../../constructs/aws/dns/dns_record";
import { hostRecord } from "../../../../constructs/aws/dns/hosts";
import { RoutedRecords } from "../../../../constructs/aws/dns/routed_records";
import type { Routing } from "../../../../constructs/aws/dns/routing";
import { resource, synthesizeOne } from "../../support/synth";
import { refusalOf, ZONE } from "./support";

const VALUES: RecordTarget = { kind: "values", type: "A", values: ["192.0.2.1"] };
const ALIAS: RecordTarget = {
  ...{ kind: "alias", dnsName: "lb.example.net", zoneId: "Z35SXDOTRQ7X7K" },
};

const props = (fields: Partial<DnsRecordProps> = {}): DnsRecordProps => ({
  ...{ zone: ZONE, name: "api.example.com", target: VALUES },
  ...fields,
});

const made = (fields: Partial<DnsRecordProps> = {}) =>
  synthesizeOne((stack) => void new DnsRecord(stack, "it", props(fields)));

test("values are kept for five minutes unless a record says otherwise", () => {
  expect(resource(made(), "aws_route53_record.it_a")).toEqual({
    ...{ zone_id: ZONE.id, name: "api.example.com", type: "A" },
    ...{ ttl: 300, records: ["192.0.2.1"] },
  });
  const target: RecordTarget = { kind: "values", type: "TXT", values: ["hello"], ttlSeconds: 0 };
  expect(resource(made({ target }), "aws_route53_record.it_txt")).toMatchObject({
    ...{ type: "TXT", ttl: 0, records: ["hello"] },
  });
});

test("an alias answers with addresses of IPv4 and IPv6, at the zone's own domain too, and has no time to live", () => {
  const json = made({ name: "example.com", target: ALIAS });
  for (const type of ["A", "AAAA"]) {
    expect(resource(json, `aws_route53_record.it_${type.toLowerCase()}`)).toEqual({
      ...{ zone_id: ZONE.id, name: "example.com", type },
      alias: { name: "lb.example.net", zone_id: "Z35SXDOTRQ7X7K", evaluate_target_health: false },
    });
  }
});

test("an alias of something without IPv6 answers by IPv4 alone", () => {
  const json = made({ target: { ...ALIAS, ipv6: false } });
  expect(Object.keys(json.resource?.["aws_route53_record"] ?? {})).toEqual(["it_a"]);
});

test("a host leads to what answers for it", () => {
  const json = synthesizeOne((stack) => {
    const target = { dnsName: "lb.example.net", zoneId: "Z35S", evaluateTargetHealth: true };
    hostRecord(stack, { zone: ZONE, host: "api.example.com", target });
  });
  expect(resource(json, "aws_route53_record.address_aaaa")).toMatchObject({
    ...{ name: "api.example.com", type: "AAAA" },
    alias: { name: "lb.example.net", zone_id: "Z35S", evaluate_target_health: true },
  });
});

test.each<[Routing, object]>([
  [
    { policy: "weighted", set: "new", weight: 10 },
    { set_identifier: "new", weighted_routing_policy: { weight: 10 } },
  ],
  [
    { policy: "latency", set: "eu", region: "eu-west-1" },
    { set_identifier: "eu", latency_routing_policy: { region: "eu-west-1" } },
  ],
  [
    { policy: "geolocation", set: "rest", from: "elsewhere" },
    { set_identifier: "rest", geolocation_routing_policy: { country: "*" } },
  ],
  [
    { policy: "geolocation", set: "eu", from: { continent: "EU" } },
    { set_identifier: "eu", geolocation_routing_policy: { continent: "EU" } },
  ],
  [
    { policy: "geolocation", set: "ca", from: { country: "US", state: "CA" } },
    { set_identifier: "ca", geolocation_routing_policy: { country: "US", subdivision: "CA" } },
  ],
  [
    { policy: "failover", set: "second", role: "secondary" },
    { set_identifier: "second", failover_routing_policy: { type: "SECONDARY" } },
  ],
])("%j is one of a set", (routing, said) => {
  expect(resource(made({ routing, healthCheckId: "check" }), "aws_route53_record.it_a")).toEqual({
    ...{ zone_id: ZONE.id, name: "api.example.com", type: "A" },
    ...{ ttl: 300, records: ["192.0.2.1"], health_check_id: "check" },
    ...said,
  });
});

test("a primary may be judged by what its alias leads to", () => {
  const routing: Routing = { policy: "failover", set: "first", role: "primary" };
  const target: RecordTarget = { ...ALIAS, evaluateTargetHealth: true };
  expect(resource(made({ target, routing }), "aws_route53_record.it_aaaa")).toMatchObject({
    failover_routing_policy: { type: "PRIMARY" },
    alias: { evaluate_target_health: true },
  });
});

const CNAME: RecordTarget = { kind: "values", type: "CNAME", values: ["a.example.net"] };

test.each<[string, Partial<DnsRecordProps>, string]>([
  [
    "a name of another zone",
    { name: "api.example.org" },
    "expected a name of the zone example.com, got api.example.org",
  ],
  ["no values", { target: { ...VALUES, values: [] } }, "expected 1 to 400 values, got 0"],
  [
    "two values of a CNAME",
    { target: { ...CNAME, values: ["a.example.net", "b.example.net"] } },
    "expected one value of a CNAME, got 2",
  ],
  [
    "a CNAME at the zone's domain",
    { name: "example.com", target: CNAME },
    "expected no CNAME at example.com, the domain of the zone, which has other records; make an alias",
  ],
  [
    "part of a second",
    { target: { ...VALUES, ttlSeconds: 0.5 } },
    "expected a whole number of seconds from 0 to 2147483647, got 0.5",
  ],
  [
    "the health of a distribution",
    { target: { ...ALIAS, zoneId: CLOUDFRONT_ZONE, evaluateTargetHealth: true } },
    "expected no `evaluateTargetHealth` of a distribution, as CloudFront tells Route 53 of no health; give the record a health check",
  ],
  [
    "a health check of the only record",
    { healthCheckId: "check" },
    "expected a routing beside a health check, got none; Route 53 answers a record that has no other, healthy or not",
  ],
  [
    "a set without a name",
    { routing: { policy: "weighted", set: "", weight: 1 } },
    'expected a set of 1 to 128 characters, by which records of one name are told apart, got ""',
  ],
  [
    "a weight over 255",
    { routing: { policy: "weighted", set: "new", weight: 256 } },
    "expected a weight from 0 to 255, got 256",
  ],
  [
    "a zone for a region",
    { routing: { policy: "latency", set: "eu", region: "eu-west-1a" } },
    'expected a region such as eu-west-1, got "eu-west-1a"',
  ],
  [
    "a continent that there is not",
    { routing: { policy: "geolocation", set: "eu", from: { continent: "EUROPE" as "EU" } } },
    'expected a continent of AF, AN, AS, EU, NA, OC, SA, got "EUROPE"',
  ],
  [
    "a country in small letters",
    { routing: { policy: "geolocation", set: "de", from: { country: "de" } } },
    'expected a country by its two letters of ISO 3166, such as DE, got "de"; everywhere else is "elsewhere"',
  ],
  [
    "a state of a country that Route 53 takes whole",
    { routing: { policy: "geolocation", set: "by", from: { country: "DE", state: "BY" } } },
    "expected a state of US or UA, the only countries whose states Route 53 tells apart, got BY of DE",
  ],
  [
    "a state by its whole name",
    { routing: { policy: "geolocation", set: "ca", from: { country: "US", state: "California" } } },
    'expected a state such as CA, got "California"',
  ],
  [
    "a primary of whose health nobody tells",
    { routing: { policy: "failover", set: "first", role: "primary" } },
    "expected a health check of the primary, or `evaluateTargetHealth` of its alias, got neither; Route 53 would never fail over",
  ],
])("%s is refused", (_, fields, line) => {
  expect(refusalOf((stack) => void new DnsRecord(stack, "it", props(fields)))).toEqual([line]);
});

describe("all records of one name", () => {
  const weighted = (set: string, weight = 1): Routing => ({ policy: "weighted", set, weight });
  const from = (set: string, origin: object | "elsewhere"): Routing =>
    ({ policy: "geolocation", set, from: origin }) as Routing;
  const latency = (set: string, region = "eu-west-1"): Routing => ({
    ...{ policy: "latency", set, region },
  });
  const role = (set: string, of: "primary" | "secondary"): Routing => ({
    ...{ policy: "failover", set, role: of },
  });
  const records = (routings: readonly Routing[]) => ({
    ...{ zone: ZONE, name: "api.example.com" },
    choices: routings.map((routing) => ({ target: VALUES, routing, healthCheckId: "check" })),
  });

  test("are called by their sets", () => {
    const json = synthesizeOne((stack) => {
      const { records: made } = new RoutedRecords(
        stack,
        "it",
        records([weighted("old", 9), weighted("new")]),
      );
      expect(Object.keys(made)).toEqual(["old", "new"]);
    });
    expect(Object.keys(json.resource?.["aws_route53_record"] ?? {})).toEqual([
      "it_old_a",
      "it_new_a",
    ]);
  });

  test.each<[string, readonly Routing[], string]>([
    [
      "one alone",
      [weighted("new")],
      "expected at least two records to choose from, got 1; make a DnsRecord without a routing",
    ],
    [
      "two policies",
      [weighted("new"), role("first", "primary")],
      "expected one policy for all records of a name, got weighted and failover",
    ],
    [
      "one set twice",
      [weighted("new"), weighted("new")],
      'expected each set once, got "new" twice',
    ],
    [
      "one region twice",
      [latency("one"), latency("other")],
      "expected each region once, got eu-west-1 twice",
    ],
    [
      "one origin twice",
      [from("one", "elsewhere"), from("other", "elsewhere")],
      'expected each origin once, got "elsewhere" twice',
    ],
    [
      "no record for whoever is elsewhere",
      [from("eu", { continent: "EU" }), from("de", { country: "DE" })],
      'expected a record from "elsewhere", got none; whoever no other record is for would get no answer',
    ],
    [
      "two primaries",
      [role("first", "primary"), role("second", "primary")],
      "expected one primary and one secondary, got primary and primary",
    ],
  ])("are refused with %s", (_, routings, line) => {
    expect(refusalOf((stack) => void new RoutedRecords(stack, "it", records(routings)))).toEqual([
      line,
    ]);
  });
});
