import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readLock } from "../../../operations/drift/lock";

const backend = {
  kind: "s3",
  settings: {
    bucket: "b",
    key: "dev-c01/terraform.tfstate",
    region: "us-east-1",
    use_lockfile: true,
    use_path_style: true,
  },
};

let server: Server;
let before: NodeJS.ProcessEnv;
let answer: { status: number; body: string };
const asked: string[] = [];

beforeAll(async () => {
  before = { ...process.env };
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
});

afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("a lock object is a held lock", async () => {
  answer = {
    status: 200,
    body: '{"ID":"1","Who":"operator@host","Operation":"OperationTypeApply"}',
  };
  await expect(readLock(backend)).resolves.toEqual({
    kind: "held",
    lock: { id: "1", who: "operator@host", operation: "OperationTypeApply" },
  });
  expect(asked[0]).toMatch(/^GET \/b\/dev-c01\/terraform\.tfstate\.tflock\?/);
});

test("none is a free one", async () => {
  answer = { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
  await expect(readLock(backend)).resolves.toEqual({ kind: "free" });
});

test("one that may not be read says what to grant", async () => {
  answer = { status: 403, body: "<Error><Code>AccessDenied</Code><Message>no</Message></Error>" };
  await expect(readLock(backend)).resolves.toEqual({
    kind: "unknown",
    reason:
      "the lock s3://b/dev-c01/terraform.tfstate.tflock cannot be read (no): grant s3:GetObject on it and s3:ListBucket on its bucket",
  });
});

test("a backend without a lock object has no lock to look at", async () => {
  await expect(readLock({ kind: "local", settings: {} })).resolves.toEqual({ kind: "free" });
});
