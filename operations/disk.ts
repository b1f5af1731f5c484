import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Disk } from "../constructs/fleet/disk";

/** For what cdktf would write itself, in the folder that it writes to. A file that holds the text already is left as it is: to read is faster than to write. */
export const disk: Disk = {
  read: (path) => readFileSync(path, "utf8"),
  write(path, text) {
    const bytes = Buffer.from(text);
    if (readIfThere(path)?.equals(bytes) === true) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  },
};

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
