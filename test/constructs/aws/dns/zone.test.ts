import { HostedZone, type HostedZoneProps } from "../../../../constructs/aws/dns/hosted_zone";
import { ZoneOfEnvironment } from "../../../../constructs/aws/dns/zone";
import { TerraformOutput } from "../../../../constructs/tf";
import { dev } from "../../../../environments/dev";
import { prod } from "../../../../environments/prod";
import type { AwsEnvironment } from "../../../../model/environment";
import { awsDnsNames } from "../../../../model/names";
import { resource, synthesizeAll, synthesizeOne } from "../../support/synth";
import { refusalOf } from "./support";

const made = (fields: Partial<HostedZoneProps> = {}) =>
  synthesizeOne(
    (stack) =>
      void new HostedZone(stack, "it", {
        ...{ domain: "example.com", description: "Hosts." },
        ...fields,
      }),
  );

test("a zone says which name servers its parent has to name", () => {
  const json = made();
  expect(resource(json, "aws_route53_zone.it")).toEqual({ name: "example.com", comment: "Hosts." });
  expect(json.output?.["it_name_servers"]).toEqual({
    value: "${aws_route53_zone.it.name_servers}",
    description:
      "The name servers that the registrar of example.com, or the zone above it, has to name.",
  });
});

test("ACM alone may make certificates for its names, unless it is told otherwise", () => {
  expect(resource(made(), "aws_route53_record.it_issuers")).toMatchObject({
    ...{ name: "example.com", type: "CAA", ttl: 3600, records: ['0 issue "amazon.com"'] },
  });
  const issuers = ["amazon.com", "letsencrypt.org"];
  expect(resource(made({ issuers }), "aws_route53_record.it_issuers").records).toEqual([
    '0 issue "amazon.com"',
    '0 issue "letsencrypt.org"',
  ]);
  expect(made({ issuers: [] }).resource?.["aws_route53_record"]).toBeUndefined();
});

test("a description that Route 53 does not take is refused", () => {
  const description = "a".repeat(257);
  expect(
    refusalOf((stack) => void new HostedZone(stack, "it", { domain: "example.com", description })),
  ).toEqual(["expected a description of at most 256 characters, got 257"]);
});

describe("the zone of an environment", () => {
  const network = (environment: AwsEnvironment) =>
    synthesizeAll([environment]).find(({ id }) => id === `${environment.name}-network`)?.json;
  const making = (environment: AwsEnvironment): AwsEnvironment => ({
    ...environment,
    dns: { zone: environment.dns!.zone },
  });

  test("is made by the network's stack, and published under one name", () => {
    const json = network(making(dev))!;
    expect(resource(json, "aws_route53_zone.dns")).toMatchObject({
      name: "dev.example.com",
      tags: { service: "platform", environment: "dev" },
    });
    const parameter = resource(json, "aws_ssm_parameter.dns_contract");
    expect(parameter).toMatchObject({ name: "/plinth/dev/dns", type: "String" });
    expect(JSON.parse(String(parameter.insecure_value))).toEqual({
      schema: "plinth.dns/v1",
      zone: "dev.example.com",
      id: "${aws_route53_zone.dns.zone_id}",
    });
  });

  test("is not destroyed by mistake in production", () => {
    expect(resource(network(making(prod))!, "aws_route53_zone.dns")).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(network(making(dev))!, "aws_route53_zone.dns").lifecycle).toBeUndefined();
  });

  test("is not made where there is one", () => {
    expect(network(prod)?.resource?.["aws_route53_zone"]).toBeUndefined();
  });

  const read = (id: string | undefined) =>
    synthesizeOne((stack) => {
      const zone = new ZoneOfEnvironment(stack, "dns", {
        names: awsDnsNames("dev"),
        dns: { zone: "dev.example.com", id },
      });
      new TerraformOutput(stack, "zone", { value: zone.id });
    });

  test("is read by other stacks when they are planned", () => {
    const json = read(undefined);
    expect(json.data?.["aws_ssm_parameter"]?.["dns_contract"]).toMatchObject({
      name: "/plinth/dev/dns",
    });
    expect(json.output?.["zone"]).toEqual({
      value: "${jsondecode(data.aws_ssm_parameter.dns_contract.insecure_value).id}",
    });
  });

  test("is known without asking where its id is declared", () => {
    const json = read("Z0123");
    expect(json.data).toBeUndefined();
    expect(json.output?.["zone"]).toEqual({ value: "Z0123" });
  });
});
