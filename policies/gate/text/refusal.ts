/** Says in a sentence why a file cannot be judged. Nothing of the file is quoted: a plan may hold secrets. */
import { isUtf8 } from "node:buffer";
import { Damage } from "./damage";
import type { DamageKind } from "./damage";
import { skipSpace } from "./lexis";

const OPEN = 0x7b;

/** Why bytes are no text at all, if so. */
export function noText(bytes: Uint8Array): string | undefined {
  if (skipSpace(bytes, 0) === bytes.length) return "is empty";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return "is a plan file, not its JSON: judge the output of `terraform show -json PLANFILE`";
  }
  if (isUtf16(bytes)) {
    return "is UTF-16, not UTF-8 (PowerShell's `>` writes that): use `| Out-File -Encoding utf8`";
  }
  return isUtf8(bytes) ? undefined : "is not UTF-8";
}

/** By its mark, or by the zero beside its first character. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMark || first === 0 || second === 0;
}

const TOLD: Readonly<Record<DamageKind, string>> = {
  odd: "is not JSON",
  short: "is cut short: write it again; it ends",
  deep: "nests deeper than any plan does",
  twice: "has a key twice in one object, so that it can be read in two ways; the second ends",
  half: "has half a character (a lone surrogate)",
  huge: "has a number that is too large",
};

/** @param error what was thrown while reading the bytes */
export function whyNot(bytes: Uint8Array, error: unknown): string {
  if (!(error instanceof Damage)) throw error;
  const head = new TextDecoder().decode(bytes.subarray(0, 200));
  if (head.includes('"@level"')) {
    return "is the log of `plan -json`: judge the output of `terraform show -json PLANFILE`";
  }
  if (error.kind === "odd" && bytes[skipSpace(bytes, 0)] !== OPEN) {
    return "is not JSON: judge the output of `terraform show -json PLANFILE`, or a cdk.tf.json";
  }
  return `${TOLD[error.kind]} at byte ${error.at}`;
}

/** What an object is that is neither a plan nor a stack. */
export function whatElse(has: (name: string) => boolean): string {
  if (has("format_version") && has("values")) {
    return "is a state, not a plan: run `terraform show -json` on a plan file";
  }
  if (has("lineage") || (has("serial") && has("terraform_version"))) {
    return "is a state file, not a plan: judge the output of `terraform show -json PLANFILE`";
  }
  return "is neither a plan (`terraform show -json PLANFILE`) nor a synthesized stack (cdk.tf.json)";
}
