import {
  HealthCheck,
  type CheckRegion,
  type HealthCheckProps,
} from "../../../../constructs/aws/dns/health_check";
import { resource, synthesizeOne } from "../../support/synth";
import { refusalOf } from "./support";

type Of = HealthCheckProps["of"];

const made = (of: Of, inverted = false) =>
  resource(
    synthesizeOne((stack) => void new HealthCheck(stack, "it", { name: "api", of, inverted })),
    "aws_route53_health_check.it",
  );

test("asks for / by HTTPS every 30 seconds, and believes three answers", () => {
  expect(made({ kind: "endpoint", host: "api.example.com" })).toEqual({
    ...{ type: "HTTPS", fqdn: "api.example.com", port: 443, resource_path: "/" },
    ...{ request_interval: 30, failure_threshold: 3, measure_latency: false, enable_sni: true },
    tags: { Name: "api" },
  });
});

test("asks as it is told, and looks for a text", () => {
  const regions: CheckRegion[] = ["eu-west-1", "us-east-1", "us-west-2"];
  expect(
    made({
      ...{ kind: "endpoint", host: "api.example.com", protocol: "http", port: 8080 },
      ...{ path: "/health", search: "ok", intervalSeconds: 10, failures: 1, regions },
      measureLatency: true,
    }),
  ).toEqual({
    ...{ type: "HTTP_STR_MATCH", fqdn: "api.example.com", port: 8080, resource_path: "/health" },
    ...{ search_string: "ok", request_interval: 10, failure_threshold: 1, regions },
    ...{ measure_latency: true, tags: { Name: "api" } },
  });
});

test("of TCP only connects", () => {
  expect(made({ kind: "endpoint", host: "api.example.com", protocol: "tcp", port: 5432 })).toEqual({
    ...{ type: "TCP", fqdn: "api.example.com", port: 5432 },
    ...{ request_interval: 30, failure_threshold: 3, measure_latency: false },
    tags: { Name: "api" },
  });
});

test("may be healthy while enough others are", () => {
  expect(made({ kind: "calculated", checks: ["a", "b"], healthy: 1 })).toEqual({
    ...{ type: "CALCULATED", child_healthchecks: ["a", "b"], child_health_threshold: 1 },
    tags: { Name: "api" },
  });
});

test("may be healthy while an alarm is silent, and the other way round", () => {
  expect(made({ kind: "alarm", alarm: "errors", region: "us-east-1" }, true)).toEqual({
    ...{ type: "CLOUDWATCH_METRIC", cloudwatch_alarm_name: "errors" },
    ...{ cloudwatch_alarm_region: "us-east-1", insufficient_data_health_status: "Unhealthy" },
    ...{ invert_healthcheck: true, tags: { Name: "api" } },
  });
  const unknown = (how: "healthy" | "lastKnown") =>
    made({ kind: "alarm", alarm: "errors", region: "us-east-1", unknown: how });
  expect(unknown("healthy").insufficient_data_health_status).toBe("Healthy");
  expect(unknown("lastKnown").insufficient_data_health_status).toBe("LastKnownStatus");
});

const ENDPOINT = { kind: "endpoint", host: "api.example.com" } as const;

test.each<[string, Of, string]>([
  [
    "TCP without a port",
    { ...ENDPOINT, protocol: "tcp" },
    "expected a port from 1 to 65535, got none",
  ],
  [
    "a port that there is not",
    { ...ENDPOINT, port: 70_000 },
    "expected a port from 1 to 65535, got 70000",
  ],
  [
    "a path of TCP",
    { ...ENDPOINT, protocol: "tcp", port: 80, path: "/" },
    "expected neither a path nor a text to look for of TCP, which only connects; choose https or http",
  ],
  [
    "a path without its slash",
    { ...ENDPOINT, path: "health" },
    'expected a path that begins with a slash, got "health"',
  ],
  [
    "an empty text",
    { ...ENDPOINT, search: "" },
    "expected a text of 1 to 255 characters to look for, got 0",
  ],
  ["eleven failures", { ...ENDPOINT, failures: 11 }, "expected 1 to 10 failures in a row, got 11"],
  [
    "two regions",
    { ...ENDPOINT, regions: ["us-east-1", "eu-west-1", "us-east-1"] },
    "expected at least 3 regions, got 2; leave them out for all",
  ],
  [
    "no health check to count",
    { kind: "calculated", checks: [], healthy: 0 },
    "expected 1 to 255 health checks, got 0",
  ],
  [
    "more healthy than there are",
    { kind: "calculated", checks: ["a"], healthy: 2 },
    "expected at most the 1 health checks to be healthy, got 2; it would never be",
  ],
])("%s is refused", (_, of, line) => {
  const build = () => refusalOf((stack) => void new HealthCheck(stack, "it", { name: "api", of }));
  expect(build()).toEqual([line]);
});
