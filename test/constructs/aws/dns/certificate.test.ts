import { Certificate, type CertificateProps } from "../../../../constructs/aws/dns/certificate";
import { cellCertificate } from "../../../../constructs/aws/dns/hosts";
import { resolved } from "../../../../constructs/tf";
import { LOCATION, resource, synthesizeOne } from "../../support/synth";
import { refusalOf, ZONE } from "./support";

const props = (fields: Partial<CertificateProps> = {}): CertificateProps => ({
  ...{ name: "test-hosts", zone: ZONE, hosts: ["images.example.com"] },
  ...fields,
});

const made = (fields: Partial<CertificateProps> = {}) =>
  synthesizeOne((stack) => void new Certificate(stack, "it", props(fields)));

test("is proved by DNS, is in the public logs, and is there before an older one goes", () => {
  expect(resource(made(), "aws_acm_certificate.it")).toEqual({
    domain_name: "images.example.com",
    validation_method: "DNS",
    key_algorithm: "EC_prime256v1",
    options: { certificate_transparency_logging_preference: "ENABLED" },
    tags: { Name: "test-hosts" },
    lifecycle: { create_before_destroy: true },
  });
});

test("each host is proved by the record that ACM asks for, whose address says which host", () => {
  const json = made({ hosts: ["example.com", "*.example.com", "api.shop.example.com"] });
  expect(Object.keys(json.resource?.["aws_route53_record"] ?? {})).toEqual([
    "it_apex",
    "it_api_shop",
  ]);
  const told = (what: string) =>
    `\${one([for each in aws_acm_certificate.it.domain_validation_options : each.${what} if each.domain_name == "api.shop.example.com"])}`;
  expect(resource(json, "aws_route53_record.it_api_shop")).toEqual({
    zone_id: ZONE.id,
    name: told("resource_record_name"),
    type: "CNAME",
    ttl: 300,
    records: [told("resource_record_value")],
    allow_overwrite: true,
  });
});

test("whoever uses it waits until it is issued", () => {
  const json = made();
  expect(resource(json, "aws_acm_certificate_validation.it_issued")).toEqual({
    certificate_arn: "${aws_acm_certificate.it.arn}",
    validation_record_fqdns: ["${aws_route53_record.it_images.fqdn}"],
  });
  synthesizeOne((stack) => {
    const { arn } = new Certificate(stack, "it", props());
    expect(resolved(stack, arn)).toBe(
      "${aws_acm_certificate_validation.it_issued.certificate_arn}",
    );
  });
});

test("may be in another region than its stack: where CloudFront looks for it", () => {
  const json = made({ location: { ...LOCATION, region: "eu-west-1" } });
  expect(json.provider?.["aws"]).toMatchObject([
    { region: "us-east-1" },
    { alias: "eu-west-1", region: "eu-west-1" },
  ]);
  for (const address of ["aws_acm_certificate.it", "aws_acm_certificate_validation.it_issued"]) {
    expect(resource(json, address)).toMatchObject({ provider: "aws.eu-west-1" });
  }
});

test("the key and the public logs can be chosen", () => {
  expect(
    resource(made({ keyAlgorithm: "RSA_2048", transparency: false }), "aws_acm_certificate.it"),
  ).toMatchObject({
    key_algorithm: "RSA_2048",
    options: { certificate_transparency_logging_preference: "DISABLED" },
  });
});

test("that of a cell does not change with the order of its services", () => {
  const of = (hosts: readonly string[]) =>
    synthesizeOne((stack) => void cellCertificate(stack, { name: "test-c01", zone: ZONE, hosts }));
  const [one, other] = [
    of(["b.example.com", "a.example.com"]),
    of(["a.example.com", "b.example.com"]),
  ];
  expect(one.resource).toEqual(other.resource);
  expect(resource(one, "aws_acm_certificate.certificate")).toMatchObject({
    domain_name: "a.example.com",
    subject_alternative_names: ["b.example.com"],
  });
});

describe("is refused with", () => {
  const refused = (hosts: readonly string[]) =>
    refusalOf((stack) => void new Certificate(stack, "it", props({ hosts })));
  const many = Array.from({ length: 101 }, (_, index) => `h${index}.example.com`);
  const long = `${"a".repeat(60)}.example.com`;

  test.each<[string, readonly string[], string]>([
    ["no host", [], "expected 1 to 100 hosts, got 0; make a certificate for each part of them"],
    [
      "too many",
      many,
      "expected 1 to 100 hosts, got 101; make a certificate for each part of them",
    ],
    [
      "one twice",
      ["a.example.com", "a.example.com"],
      "expected each host once, got a.example.com twice",
    ],
    [
      "a long one first",
      [long],
      `expected a first host of at most 64 characters, got ${long}, which has 72; put a shorter one, or *.example.com, before it`,
    ],
    [
      "one of another zone",
      ["a.example.org"],
      "expected hosts of the zone example.com, where the record that proves them has to be, got a.example.org",
    ],
    [
      "capitals",
      ["A.example.com"],
      "expected a host in lower case such as images.example.com or *.example.com, got A.example.com",
    ],
    [
      "a wildcard within",
      ["a.*.example.com"],
      "expected a host in lower case such as images.example.com or *.example.com, got a.*.example.com",
    ],
  ])("%s", (_, hosts, line) => {
    expect(refused(hosts)).toEqual([line]);
  });

  test("all that is wrong at once", () => {
    expect(refused(["a.example.org", "b.example.org"])).toHaveLength(2);
  });
});
