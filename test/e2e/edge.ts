import { mkdirSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { dirname, join } from "node:path";
import type { cloud } from "./cloud";
import { NO_QUESTIONS } from "./cell";
import { ACCOUNT } from "./emulators";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";
import { Distribution } from "../../constructs/aws/edge/distribution";
import { VpcOrigin } from "../../constructs/aws/edge/vpc_origin";
import type { TerraformJson } from "../../constructs/terraform_json";
import { catalogImages } from "../../environments/services/catalog-images";
import type { ServiceDeclaration } from "../../model/declaration";
import type { EnvironmentDeclaration } from "../../model/environment";
import { bundleFunction } from "../../operations/bundle";
import { repositoryRoot } from "../../operations/repository";
import { DELIVERED, edgeBundle, synthesizeAll, synthesizeOne } from "../constructs/support/synth";
import { changed } from "../model/fixtures";

/** The stacks of an environment that hands out pictures, and the bucket that holds them. */
export const CELL = "dev-cdn-c01";
export const EDGE = "dev-cdn-edge";
/** What holds the zone in which its address is proved. */
export const ZONE = "dev-cdn-network";
export const IMAGES = `dev-cdn-c01-catalog-images-images-${ACCOUNT}`;

/** What the emulator copied there, as S3 would. */
export const COPY = `${IMAGES}-replica`;

/** A distribution that reaches what has no address on the internet. */
export const PRIVATE = "private";

/** Runs behind the caches. */
const BEHIND_CACHE = "functions/edge/missing.ts";

/** With code of its own at the edge. */
export const WITH_CODE = {
  ...DELIVERED,
  services: [
    changed<ServiceDeclaration>(catalogImages, "workload.edge", {
      viewerRequest: { code: "functions/edge/pages.js" },
      viewerResponse: { code: "functions/edge/hashed.js", paths: ["/assets/*"] },
      originResponse: { code: BEHIND_CACHE, paths: ["/assets/*"] },
    }),
  ],
} as const satisfies EnvironmentDeclaration;

export async function declare(estate: Estate): Promise<void> {
  const { zip } = await bundleFunction({
    ...{ entry: BEHIND_CACHE, platform: "aws", root: repositoryRoot },
  });
  const file = join(estate.folder, "cdktf.out", "stacks", EDGE, edgeBundle(BEHIND_CACHE).fileName);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  for (const { id, json } of synthesizeAll([WITH_CODE])) writeStack(estate, id, json);
  writeStack(estate, PRIVATE, privateStack());
}

const BALANCER = {
  arn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/private/0123456789abcdef`,
  dnsName: "internal-private-0123456789.us-east-1.elb.amazonaws.com",
};

/** The load balancer is elsewhere: CloudFront's own part is what is tried. */
export const privateStack = (): TerraformJson =>
  synthesizeOne((stack) => {
    const origin = new VpcOrigin(stack, "origin", { name: "private", balancerArn: BALANCER.arn });
    const { dnsName } = BALANCER;
    new Distribution(stack, "cdn", {
      ...{ name: "private", description: "Reaches a load balancer.", reach: "all" },
      address: undefined,
      service: { vpcOriginId: origin.id, dnsName, paths: [], timeoutSeconds: 30 },
      webAclArn: "",
    });
  });

interface Shown {
  readonly values: { readonly root_module: { readonly resources: readonly ShownResource[] } };
}
interface ShownResource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What stands once it is applied: one zone, one certificate, and records that name one another's ends. */
export async function expectAddressed(estate: Estate): Promise<void> {
  const of = async (stack: string) => {
    const { values } = JSON.parse(await estate.must(stack, "show", "-json")) as Shown;
    const { resources } = values.root_module;
    return (address: string) => resources.find((each) => each.address === address)?.values;
  };
  const [network, edge] = [await of(ZONE), await of(EDGE)];
  const { zone_id, name_servers } = network("aws_route53_zone.dns") ?? {};
  expect(name_servers).toHaveLength(4);
  const distribution = edge("aws_cloudfront_distribution.catalog_images_distribution");
  const certificate = edge("aws_acm_certificate.catalog_images_certificate");
  expect(certificate).toMatchObject({ domain_name: HOST, status: "ISSUED" });
  expect(distribution).toMatchObject({
    aliases: [HOST],
    viewer_certificate: [{ acm_certificate_arn: certificate?.["arn"] }],
  });
  for (const type of ["A", "AAAA"]) {
    const record = edge(`aws_route53_record.catalog_images_address_${type.toLowerCase()}`);
    const alias = [{ name: distribution?.["domain_name"] }];
    expect(record).toMatchObject({ zone_id, name: HOST, type, alias });
  }
}

const HOST = "images.dev.example.com";

const PICTURE = "a picture";

/** What CloudFront copies is a published version, which the distribution names at its behaviour. */
export async function expectCopied(estate: Estate): Promise<void> {
  const { values } = JSON.parse(await estate.must(EDGE, "show", "-json")) as Shown;
  const of = (address: string) =>
    values.root_module.resources.find((each) => each.address === address)?.values;
  const { version, qualified_arn: arn } =
    of("aws_lambda_function.catalog_images_origin_response") ?? {};
  // The emulator leaves the version out of its ARN.
  expect([version, arn]).toEqual([
    "1",
    expect.stringContaining(":function:dev-cdn-c01-catalog-images-origin-response"),
  ]);
  const { ordered_cache_behavior: behaviours } =
    of("aws_cloudfront_distribution.catalog_images_distribution") ?? {};
  expect(behaviours).toContainEqual(
    expect.objectContaining({
      path_pattern: "/assets/*",
      lambda_function_association: [
        { event_type: "origin-response", include_body: false, lambda_arn: arn },
      ],
    }),
  );
}

/** What a browser would meet: the bucket's objects come by the distribution alone, and say nothing of the bucket. */
export async function expectDelivered(
  estate: Estate,
  aws: ReturnType<typeof cloud>,
): Promise<void> {
  await aws.upload(IMAGES, "lamp-2.webp", PICTURE);
  await aws.upload(IMAGES, "previews/lamp-2.webp", PICTURE);
  const host = await hostOf(estate);
  const get = (path: string, ask: Ask = {}) => send(estate, { host, ...ask }, path);
  expect(await get("/lamp-2.webp", { scheme: "http" })).toMatchObject({
    ...{ status: 301, headers: { location: `https://${host}/lamp-2.webp` } },
  });
  const { status, headers, body } = await get("/lamp-2.webp");
  expect({ status, body }).toEqual({ status: 200, body: PICTURE });
  expect(headers).toMatchObject(TOLD);
  expect(Object.keys(headers).filter((name) => name.startsWith("x-amz-server-side"))).toEqual([]);
  expect((await get("/previews/lamp-2.webp")).headers["cache-control"]).toBe("no-store");
  expect((await get("/")).status).toBe(403);
  await expectCodeRuns(aws, get);
  expect((await get("/nothing.webp")).status).toBe(403);
  expect((await get("/lamp-2.webp", { method: "DELETE" })).status).toBe(403);
}

/** The code that was applied is what runs: a folder is its page, a page without a slash is led to it, a file with its digest is kept. */
async function expectCodeRuns(
  aws: ReturnType<typeof cloud>,
  get: (path: string) => Promise<Answer>,
): Promise<void> {
  await aws.upload(IMAGES, "guide/index.html", PICTURE);
  await aws.upload(IMAGES, "assets/app.3f9a1c2b.js", PICTURE);
  expect(await get("/guide/")).toMatchObject({ status: 200, body: PICTURE });
  expect(await get("/guide?v=1")).toMatchObject({
    ...{ status: 308, headers: { location: "/guide/?v=1" } },
  });
  const { headers } = await get("/assets/app.3f9a1c2b.js");
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
}

/** What browsers are told beside a picture. */
const TOLD = {
  "cache-control": "public, max-age=604800, stale-while-revalidate=3600, stale-if-error=86400",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "https://shop.example.com",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

async function hostOf(estate: Estate): Promise<string> {
  const outputs = await estate.must(EDGE, "output", "-json", ...NO_QUESTIONS.slice(1));
  const { catalog_images_domain_name: name } = JSON.parse(outputs) as Record<
    string,
    { value: string }
  >;
  return name?.value ?? "";
}

interface Ask {
  readonly method?: string;
  readonly scheme?: "http" | "https";
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `fetch` sends no host but the one it connects to. */
function send(
  { env }: Estate,
  { host, method = "GET", scheme = "https" }: Ask & { readonly host: string },
  path: string,
): Promise<Answer> {
  const origin = "https://shop.example.com";
  const headers = { host, origin, "x-forwarded-proto": scheme };
  return new Promise((resolve, reject) => {
    request(`${env["AWS_ENDPOINT_URL"]}${path}`, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (body += part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}
