import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toolPath } from "../../tools/find";
import { repository } from "./commands";
import { freePort, listening, startServer } from "./servers";

/** Two emulators of AWS side by side; which one serves a service is said by environment variables alone. */
export interface Emulators {
  /** For Terraform, OpenTofu, the S3 backend, `plinth` and every SDK alike. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const ACCOUNT = "123456789012";

/** What an emulator lacks or says otherwise than AWS, set right before it starts. */
const patchOf = (emulator: string): string => join(repository, "tools", emulator, "patch");

/** By the endpoint's name, and how actions of IAM begin; everything else (events, functions, containers, caches, tables, buckets, keys, distributions) is in ministack. */
export const IN_MOTO = {
  APPLICATION_AUTO_SCALING: "application-autoscaling",
  AUTO_SCALING: "autoscaling",
  BATCH: "batch",
  CLOUDWATCH: "cloudwatch",
  COST_EXPLORER: "ce",
  EC2: "ec2",
  EFS: "elasticfilesystem",
  ELASTIC_LOAD_BALANCING_V2: "elasticloadbalancing",
  IAM: "iam",
  RDS: "rds",
  SERVICEDISCOVERY: "servicediscovery",
  STS: "sts",
  WAFV2: "wafv2",
} as const;

export async function startEmulators(logs: string): Promise<Emulators> {
  // The SDK's notice about future versions of Node says nothing about the version that is pinned.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const [moto, ministack] = [await freePort(), await freePort()];
  const started = [
    startServer(toolPath("moto"), ["-H", "127.0.0.1", "-p", String(moto)], join(logs, "moto.log"), {
      MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
      PYTHONPATH: patchOf("moto"),
    }),
    startServer(toolPath("ministack"), [], join(logs, "ministack.log"), {
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(ministack),
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      // Functions run as processes of this machine, from the deployed zip: no container is needed.
      LAMBDA_EXECUTOR: "local",
      IOT_MTLS_ENABLED: "0",
      SFTP_ENABLED: "0",
      PYTHONPATH: patchOf("ministack"),
      ...routes(moto, ministack),
    }),
  ];
  await Promise.all([listening(moto), listening(ministack)]);
  return {
    env: routes(moto, ministack),
    async stop() {
      await Promise.all(started.map((server) => server.stop()));
      process.stderr.write(complaints(join(logs, "ministack.log")));
    },
  };
}

/** What a story that failed is understood by: requests that ministack itself failed on, and answers that were lost. */
const complaints = (log: string): string =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => / ERROR \[.*(Error handling|asked again)/.test(line))
    .map((line) => `${line}\n`)
    .join("");

/** An endpoint of S3 alone would make Terraform address buckets by host name, which needs DNS. */
const routes = (moto: number, ministack: number) => ({
  AWS_ENDPOINT_URL: `http://127.0.0.1:${ministack}`,
  ...Object.fromEntries(
    Object.keys(IN_MOTO).map((service) => [
      `AWS_ENDPOINT_URL_${service}`,
      `http://127.0.0.1:${moto}`,
    ]),
  ),
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: "us-east-1",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
});
