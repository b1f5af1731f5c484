import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { prod } from "../../../environments/prod";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { liesIn } from "../../../model/dns/dns";
import { problemsOf, settle, settleAll } from "../../../model/settle";
import { ofFunctions } from "../fixtures";

const said = (environment: EnvironmentDeclaration, fields: object): string[] =>
  problemsOf({ ...environment, ...fields } as EnvironmentDeclaration).map(
    ({ path, message }) => `${path}: ${message}`,
  );

test.each([
  ["the zone's own domain", "example.com", true],
  ["a host in it", "images.example.com", true],
  ["one further below", "a.b.example.com", true],
  ["a domain that only ends alike", "badexample.com", false],
  ["the domain above", "com", false],
])("%s: %s", (_, name, inside) => {
  expect(liesIn(name, "example.com")).toBe(inside);
});

test("a zone is known by its id, or is made", () => {
  expect(settle(prod).dns).toEqual({ zone: "example.com", id: "Z0123456789PRODUCTION" });
  expect(settle({ ...dev, dns: { zone: "dev.example.com" } }).dns).toEqual({
    ...{ zone: "dev.example.com", id: undefined },
  });
  expect(
    settle({ ...dev, dns: undefined as never, edge: undefined as never, services: [] }).dns,
  ).toBe(undefined);
});

test.each<[string, object, string]>([
  [
    "a zone without a name",
    { id: "Z0123" },
    "dev.dns.zone: expected a domain such as example.com, got nothing",
  ],
  [
    "a zone with a dot at its end",
    { zone: "example.com." },
    'dev.dns.zone: expected a domain such as example.com, got "example.com."',
  ],
  [
    "an id that is the zone's ARN",
    { zone: "dev.example.com", id: "arn:aws:route53:::hostedzone/Z0123" },
    'dev.dns.id: expected the id of a zone such as Z0123456789ABCDEFGHIJ, got "arn:aws:route53:::hostedzone/Z0123"',
  ],
])("%s is a problem", (_, dns, line) => {
  expect(said(dev, { dns })).toEqual([line]);
});

test("Google Cloud's zones are not built yet, and a zone there says so", () => {
  expect(said(devGcp, { dns: { zone: "example.com" } })).toEqual([
    "dev-gcp.dns: expected none on Google Cloud (dev-gcp), where zones are not built yet (docs/clouds.md says what they will be); leave it out",
  ]);
});

describe("of two environments", () => {
  const together = (one: object, other: object) => () =>
    settleAll([
      { ...dev, dns: { zone: "dev.example.com", ...one } },
      { ...prod, dns: { zone: "example.com", ...other } },
    ]);

  test("one may be below the other's, or share a zone that was there", () => {
    expect(together({}, {})).not.toThrow();
    expect(together({ zone: "example.com", id: "Z1" }, {})).not.toThrow();
  });

  test("not both make one", () => {
    expect(together({ zone: "example.com" }, {})).toThrow(
      'prod.dns.zone: expected a zone that no other environment makes, got "example.com", which dev makes too; choose one below it, such as "prod.example.com"',
    );
  });
});

describe("the certificate of the edge", () => {
  test("is made where the domain lies in the zone", () => {
    expect(said(dev, { dns: { zone: "example.com", id: "Z1" } })).toEqual([]);
  });

  test("is given where there is no zone", () => {
    expect(said(ofFunctions(dev), { dns: undefined })).toEqual([
      "dev.edge.certificate: expected the ARN of a certificate for *.dev.example.com, or `dns` of the environment, in whose zone certificates are proved, got nothing",
    ]);
  });

  test("is given where the domain lies in another zone", () => {
    expect(said(dev, { dns: { zone: "shop.org" } })).toEqual([
      "dev.edge.certificate: expected the ARN of a certificate for *.dev.example.com, which does not lie in the zone of `dns` (shop.org), got nothing",
    ]);
  });

  test("is given where an address is longer than ACM takes", () => {
    const domain = `${"long".repeat(13)}.dev.example.com`;
    const services = dev.services.filter(({ name }) => name === "catalog-images");
    expect(said(dev, { edge: { domain }, services })).toEqual([
      `catalog-images.workload.host: expected an address of at most 64 characters, for which ACM makes a certificate, got images.${domain}, which has 75; shorten it, or give \`edge.certificate\` one for *.${domain}`,
    ]);
  });
});
