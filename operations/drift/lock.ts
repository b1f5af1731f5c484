import { messageOf } from "../cli/errors";
import { lockInfoOf, type LockInfo } from "../terraform/errors";
import type { Backend } from "../terraform/stacks";

/** Whether anybody holds the lock of a state. */
export type LockState =
  | { readonly kind: "free" }
  | { readonly kind: "held"; readonly lock: LockInfo }
  /** It could not be read; the reason says what to grant. */
  | { readonly kind: "unknown"; readonly reason: string };

type Settings = Backend["settings"];

/**
 * Looks at the lock object beside a state. A plan with `-lock=false` neither takes nor sees the lock,
 * so this is how a run in progress is told from drift.
 */
export async function readLock({ kind, settings }: Backend): Promise<LockState> {
  if (kind === "s3") return settings["use_lockfile"] === true ? readS3(settings) : { kind: "free" };
  return kind === "gcs" ? readGcs(settings) : { kind: "free" };
}

async function readS3(settings: Settings): Promise<LockState> {
  // Its notice about future versions of Node says nothing about the version that is pinned here.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  // Loaded here, so that no other command waits for an SDK.
  const { GetObjectCommand, S3Client } = await import("@aws-sdk/client-s3");
  const [bucket, key] = [text(settings, "bucket"), `${text(settings, "key")}.tflock`];
  const client = new S3Client(s3Options(settings));
  try {
    const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return { kind: "held", lock: lockInfoOf((await body?.transformToString()) ?? "") };
  } catch (error) {
    if (isAbsent(error)) return { kind: "free" };
    const grant = "grant s3:GetObject on it and s3:ListBucket on its bucket";
    return { kind: "unknown", reason: unreadable(`s3://${bucket}/${key}`, error, grant) };
  } finally {
    client.destroy();
  }
}

function s3Options(settings: Settings) {
  const [region, profile] = [text(settings, "region"), text(settings, "profile")];
  return {
    ...(region === "" ? {} : { region }),
    ...(profile === "" ? {} : { profile }),
    ...(settings["use_path_style"] === true ? { forcePathStyle: true } : {}),
  };
}

async function readGcs(settings: Settings): Promise<LockState> {
  const { GoogleAuth } = await import("google-auth-library");
  const bucket = text(settings, "bucket");
  const name = `${text(settings, "prefix")}/default.tflock`;
  const host =
    process.env["GOOGLE_STORAGE_CUSTOM_ENDPOINT"] ?? "https://storage.googleapis.com/storage/v1/";
  const url = `${host}b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(name)}?alt=media`;
  try {
    const scopes = ["https://www.googleapis.com/auth/devstorage.read_only"];
    const { data } = await new GoogleAuth({ scopes }).request<unknown>({ url });
    return {
      kind: "held",
      lock: lockInfoOf(typeof data === "string" ? data : JSON.stringify(data)),
    };
  } catch (error) {
    if (isAbsent(error)) return { kind: "free" };
    const grant = "grant storage.objects.get and storage.objects.list on its bucket";
    return { kind: "unknown", reason: unreadable(`gs://${bucket}/${name}`, error, grant) };
  }
}

const text = (settings: Settings, name: string): string => {
  const value = settings[name];
  return typeof value === "string" ? value : "";
};

/** Both SDKs put the status of an answer in places of their own. */
function isAbsent(error: unknown): boolean {
  const { $metadata, status } = error as {
    $metadata?: { httpStatusCode?: number };
    status?: number;
  };
  return $metadata?.httpStatusCode === 404 || status === 404;
}

const unreadable = (where: string, error: unknown, grant: string): string =>
  `the lock ${where} cannot be read (${messageOf(error)}): ${grant}`;
