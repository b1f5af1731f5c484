/** Why Terraform or OpenTofu failed, as far as it changes what to do next. */
export type FailureKind =
  "locked" | "unauthorised" | "stale-plan" | "no-backend" | "no-bucket" | "interrupted" | "other";

/** Who holds a state lock, as Terraform's own lock object says. */
export interface LockInfo {
  readonly id: string;
  readonly operation?: string;
  /** `user@host`. */
  readonly who?: string;
  /** RFC 3339, or as the tool prints it. */
  readonly created?: string;
}

/** A run that failed; the message is the tool's own, in which it hides sensitive values. */
export class TerraformError extends Error {
  override readonly name = "TerraformError";

  constructor(
    message: string,
    readonly kind: FailureKind,
    readonly lock?: LockInfo,
  ) {
    super(message);
  }
}

// First match wins: a refused lock also says AccessDenied, and a held one quotes a 412.
const PATTERNS: readonly (readonly [FailureKind, RegExp])[] = [
  ["stale-plan", /Saved plan is stale/],
  [
    "unauthorised",
    /AccessDenied|Access Denied|not authorized|UnauthorizedOperation|ExpiredToken|InvalidClientTokenId|SignatureDoesNotMatch|No valid credential sources|could not find default credentials|PERMISSION_DENIED|UNAUTHENTICATED|StatusCode: 40[13]\b|Error 40[13]\b/,
  ],
  ["locked", /Error acquiring the state lock/],
  ["no-bucket", /S3 bucket (?:"[^"]*" )?does not exist|NoSuchBucket|bucket doesn't exist/],
  [
    "no-backend",
    /[Ii]nitialization required|Required plugins are not installed|Inconsistent dependency lock file|Backend configuration changed|(terraform|tofu) init"/,
  ],
];

/** @param output - what the tool wrote to its standard error, without colours */
export function failureKind(output: string): FailureKind {
  return PATTERNS.find(([, pattern]) => pattern.test(output))?.[0] ?? "other";
}

/** The `Lock Info` block of an error; undefined when it names no lock. */
export function lockInfoIn(output: string): LockInfo | undefined {
  const at = output.indexOf("Lock Info:");
  if (at < 0) return undefined;
  const field = (name: string) =>
    new RegExp(`^[│\\s]*${name}:[ \\t]*(\\S.*?)\\s*$`, "m").exec(output.slice(at))?.[1];
  const id = field("ID");
  return id === undefined ? undefined : lockInfo(id, field);
}

/** The lock object that the S3 and GCS backends write beside a state. */
export function lockInfoOf(text: string): LockInfo {
  const value: unknown = parse(text);
  const members = typeof value === "object" && value !== null ? value : {};
  const field = (name: string) => {
    const member = (members as Record<string, unknown>)[name];
    return typeof member === "string" && member !== "" ? member : undefined;
  };
  return lockInfo(field("ID") ?? "unknown", field);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lockInfo(id: string, field: (name: string) => string | undefined): LockInfo {
  const [operation, who, created] = [field("Operation"), field("Who"), field("Created")];
  return {
    id,
    ...(operation === undefined ? {} : { operation }),
    ...(who === undefined ? {} : { who }),
    ...(created === undefined ? {} : { created }),
  };
}

/** `OperationTypeApply by operator@host since 2026-11-20 …, lock id 5f…`. */
export function describeLock({ id, operation, who, created }: LockInfo): string {
  const parts = [
    operation ?? "a run",
    who === undefined ? undefined : `by ${who}`,
    created === undefined ? undefined : `since ${created}`,
  ];
  return `${parts.filter((part) => part !== undefined).join(" ")}, lock id ${id}`;
}

/** The tool's box of an error without its frame and empty lines. */
export function diagnostics(output: string): string {
  return output
    .split("\n")
    .map((line) => line.replace(/^[│╷╵]\s?/, "").trimEnd())
    .filter((line) => line.trim() !== "")
    .join("\n");
}

export function terraformError(command: string, output: string, interrupted: boolean) {
  const kind = interrupted ? "interrupted" : failureKind(output);
  const text = diagnostics(output);
  return new TerraformError(text === "" ? `${command} failed` : text, kind, lockInfoIn(output));
}
