import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Disk } from "../constructs/fleet/disk";

/** For what cdktf would write itself, in the folder that it writes to. */
export const disk: Disk = {
  read: (path) => readFileSync(path, "utf8"),
  write(path, text) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
};
