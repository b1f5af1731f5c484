import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Service, VirtualMachines } from "../model/service";
import { UserError } from "./cli/errors";

/**
 * The text of the script that a service's machines run when they first start.
 *
 * @throws UserError when the file is not there
 */
export const readBoot =
  (root: string) =>
  ({ name, workload: { boot } }: Service<VirtualMachines>): string => {
    const file = join(root, boot);
    if (existsSync(file)) return readFileSync(file, "utf8");
    throw new UserError(
      `${boot}: expected the script that the machines of ${name} run when they first start; add it, or correct \`workload.boot\``,
    );
  };
