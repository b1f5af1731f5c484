import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../../cli/errors";
import type { Change } from "../report";
import { parsed } from "./document";
import { changelog } from "./oasdiff";
import type { Sides } from "./sides";

/** By oasdiff. */
export async function diffOpenApi(
  { base, head, file, scratch }: Sides,
  oasdiff: string,
): Promise<Change[]> {
  const texts = [read(base, file, "base"), read(head, file, "head")];
  // `/a/{rest+}` beside `/a/{id}` is one path to OpenAPI, but for the names.
  const flags = texts.some((text) => /\{\w+\+\}/.test(text)) ? ["--include-path-params"] : [];
  const changes = await changelog(
    { base: join(base, file), head: join(head, file), flags },
    { file, roots: [base, head], scratch },
    oasdiff,
  );
  return changes.map((change) => ({ ...change, where: change.where ?? file }));
}

/** oasdiff takes an empty document for one of an API without paths. */
function read(root: string, file: string, side: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const version = parsed(text, `${file} in the ${side}`)?.openapi;
  if (typeof version === "string" && version.startsWith("3.")) return text;
  throw new UserError(
    `${file} in the ${side}: expected an OpenAPI document of version 3, got openapi: ${JSON.stringify(version ?? null)}`,
  );
}
