import { Certificate } from "../../constructs/aws/dns/certificate";
import { DnsRecord } from "../../constructs/aws/dns/dns_record";
import { HealthCheck } from "../../constructs/aws/dns/health_check";
import { HostedZone } from "../../constructs/aws/dns/hosted_zone";
import { RoutedRecords, type Choice } from "../../constructs/aws/dns/routed_records";
import type { RecordValues } from "../../constructs/aws/dns/dns_record";
import type { PlatformStack } from "../../constructs/stacks/platform_stack";
import type { TerraformJson } from "../../constructs/terraform_json";
import { tagAll } from "../../constructs/tags";
import { LOCATION, synthesizeOne } from "../constructs/support/synth";

export const NAMES = "names";
const DOMAIN = "example.com";

/** A stack with a zone, a certificate in another region, checks of health and a name by each policy. */
export const namesStack = (): TerraformJson => synthesizeOne(makeNames);

const TAGS = {
  ...{ service: "platform", owner: "platform", environment: "test" },
  "cost-center": "cc-1000",
};

function makeNames(stack: PlatformStack): void {
  const zone = new HostedZone(stack, "zone", { domain: DOMAIN, description: "Hosts of a test." });
  new Certificate(stack, "certificate", {
    ...{ name: "test-certificate", zone },
    hosts: ["example.com", "*.example.com", "api.example.com"],
    location: { ...LOCATION, region: "eu-west-1" },
  });
  new DnsRecord(stack, "mail", {
    ...{ zone, name: DOMAIN },
    target: { kind: "values", type: "MX", values: ["10 mail.example.com"], ttlSeconds: 3_600 },
  });
  const check = makeChecks(stack);
  for (const [policy, choices] of Object.entries(choicesOf(check.id))) {
    new RoutedRecords(stack, policy, { zone, name: `${policy}.${DOMAIN}`, choices });
  }
  tagAll(stack, TAGS);
}

function makeChecks(stack: PlatformStack): HealthCheck {
  const check = new HealthCheck(stack, "check", {
    name: "test-first",
    of: {
      ...{ kind: "endpoint", host: "first.example.com", path: "/health", search: "ok" },
      ...{ intervalSeconds: 10, failures: 2, measureLatency: true },
      regions: ["eu-west-1", "us-east-1", "us-west-2"],
    },
  });
  new HealthCheck(stack, "all", {
    name: "test-all",
    of: { kind: "calculated", checks: [check.id], healthy: 1 },
  });
  new HealthCheck(stack, "alarm", {
    name: "test-alarm",
    of: { kind: "alarm", alarm: "test-errors", region: "us-east-1" },
    inverted: true,
  });
  return check;
}

const address = (last: number): RecordValues => ({
  ...{ kind: "values", type: "A", ttlSeconds: 60 },
  values: [`192.0.2.${last}`],
});

const choicesOf = (healthCheckId: string): Readonly<Record<string, readonly Choice[]>> => ({
  weighted: [
    { target: address(1), routing: { policy: "weighted", set: "old", weight: 255 } },
    { target: address(2), routing: { policy: "weighted", set: "new", weight: 0 } },
  ],
  latency: [
    { target: address(1), routing: { policy: "latency", set: "us", region: "us-east-1" } },
    { target: address(2), routing: { policy: "latency", set: "eu", region: "eu-west-1" } },
  ],
  geolocation: [
    { target: address(1), routing: { policy: "geolocation", set: "rest", from: "elsewhere" } },
    {
      target: address(2),
      routing: { policy: "geolocation", set: "europe", from: { continent: "EU" } },
    },
    {
      target: address(3),
      routing: { policy: "geolocation", set: "ca", from: { country: "US", state: "CA" } },
    },
  ],
  failover: [
    {
      ...{ target: address(1), healthCheckId },
      routing: { policy: "failover", set: "first", role: "primary" },
    },
    { target: address(2), routing: { policy: "failover", set: "second", role: "secondary" } },
  ],
});
