import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JudgementCache } from "../../policies/gate";
import { UserError, messageOf } from "../cli/errors";
import { repositoryRoot } from "../repository";
import { writeWhole } from "../write";

/** The code that judges, as it lies beside this one. */
const GATE = join(__dirname, "..", "..", "policies", "gate");

/** Keeps judgements in a folder, a file each. */
export function folderCache(folder: string): JudgementCache {
  const pathOf = (key: string) => join(folder, `${key}.judgement`);
  return {
    judge: codeSha256(),
    get: (key) => tryRead(pathOf(key)),
    put: (key, entry) => {
      try {
        writeWhole(pathOf(key), entry);
      } catch (error) {
        throw new UserError(`--cache: ${messageOf(error)}`);
      }
    },
  };
}

/** Whatever cannot be read is judged anew. */
function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Of the code and of the versions that it is built on: a mended gate must not repeat what it said before. */
function codeSha256(): string {
  const hash = createHash("sha256").update(readFileSync(join(repositoryRoot, "package.json")));
  const files = readdirSync(GATE, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /\.[jt]s$/.test(name)).sort())
    hash.update(`\n${file}\n`).update(readFileSync(join(GATE, file)));
  return hash.digest("hex");
}
