import { X509Certificate } from "node:crypto";
import { Signer } from "@aws-sdk/rds-signer";
import { cacheToken } from "../../../functions/checkout/aws/cache_token";
import { databaseAuthorities } from "../../../functions/checkout/aws/database_authorities";
import { readSettings } from "../../../functions/checkout/settings";

const credentials = () =>
  Promise.resolve({
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "example",
    sessionToken: "a+b/c=",
  });

describe("the token for the cache", () => {
  const asked = {
    cache: "Dev-c01-checkout-carts",
    user: "dev-c01-checkout",
    region: "us-east-1",
  };

  test("is a presigned request to connect, as AWS documents it, good for 15 minutes", async () => {
    const token = await cacheToken({ ...asked, credentials });
    expect(token).toMatch(/^dev-c01-checkout-carts\/\?/);
    const query = new URL(`http://${token}`).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      Action: "connect",
      User: "dev-c01-checkout",
      ResourceType: "ServerlessCache",
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": expect.stringMatching(
        /^AKIDEXAMPLE\/\d{8}\/us-east-1\/elasticache\/aws4_request$/,
      ),
      "X-Amz-Date": expect.stringMatching(/^\d{8}T\d{6}Z$/),
      "X-Amz-Expires": "900",
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Security-Token": "a+b/c=",
      "X-Amz-Signature": expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("cannot be had without credentials", async () => {
    const none = () => Promise.reject(new Error("no credentials"));
    await expect(cacheToken({ ...asked, credentials: none })).rejects.toThrow("no credentials");
  });
});

test("the token for the database is good for 15 minutes, and for its user alone", async () => {
  const host = "orders.cluster-example.us-east-1.rds.amazonaws.com";
  const signer = new Signer({
    ...{ hostname: host, port: 5432, username: "app_checkout", region: "us-east-1", credentials },
  });
  const url = new URL(`https://${await signer.getAuthToken()}`);
  expect(url.host).toBe(`${host}:5432`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ Action: "connect", DBUser: "app_checkout", "X-Amz-Expires": "900" },
  });
});

describe("who may sign a database's certificate", () => {
  test.each(["us-east-1", "eu-central-1", "ap-northeast-1"])(
    "in %s are the three authorities of RDS, and no other",
    (region) => {
      const found = databaseAuthorities(region).map((pem) => new X509Certificate(pem));
      expect(found.map(({ subject }) => /CN=(.*)/.exec(subject)?.[1]).sort()).toEqual(
        ["ECC384", "RSA2048", "RSA4096"].map((kind) => `Amazon RDS ${region} Root CA ${kind} G1`),
      );
      for (const { validTo } of found) expect(Date.parse(validTo)).toBeGreaterThan(Date.UTC(2060));
    },
  );

  test("is not guessed in a region that is not known", () => {
    expect(() => databaseAuthorities("mars-1")).toThrow(
      new Error(
        "AWS_REGION: no authority of RDS is known in mars-1; name a PEM file by ORDERS_DATABASE_CA_FILE",
      ),
    );
  });
});

test("variables that are missing or malformed are named, and their values are not", () => {
  const given = {
    SERVICE: "checkout",
    ENVIRONMENT: "dev",
    AWS_REGION: "us-east-1",
    PORT: "s3cr3t",
  };
  expect(() => readSettings(given)).toThrow(
    new Error(
      "environment of the container: missing or malformed: PORT, ORDERS_DATABASE_HOST, ORDERS_DATABASE_PORT, " +
        "ORDERS_DATABASE_NAME, ORDERS_DATABASE_USER, CARTS_CACHE_HOST, CARTS_CACHE_PORT, " +
        "CARTS_CACHE_NAME, CARTS_CACHE_USER; set them where the service is declared",
    ),
  );
});
