import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphQLSchema } from "graphql";
import { UserError, messageOf } from "../../../cli/errors";
import type { Change, Level } from "../report";
import { appSyncFor } from "./appsync";
import type { Sides } from "./sides";

const BY_CRITICALITY: Readonly<Record<string, Level>> = {
  BREAKING: "breaking",
  DANGEROUS: "warning",
  NON_BREAKING: "info",
};

/**
 * By GraphQL Inspector, with its own levels; what it calls dangerous is a warning.
 *
 * @see https://the-guild.dev/graphql/inspector/docs/essentials/diff
 */
export async function diffGraphql({ base, head, file }: Sides): Promise<Change[]> {
  const { diff } = await import("@graphql-inspector/core");
  const changes = await diff(await read(base, file, "base"), await read(head, file, "head"));
  return changes.map(({ criticality, type, path, message }) => ({
    level: BY_CRITICALITY[criticality.level] ?? "breaking",
    rule: type,
    where: path ?? file,
    message,
  }));
}

async function read(root: string, file: string, side: string): Promise<GraphQLSchema> {
  const { buildASTSchema, concatAST, parse } = await import("graphql");
  try {
    const document = parse(readFileSync(join(root, file), "utf8"));
    return buildASTSchema(concatAST([document, appSyncFor(document, parse)]));
  } catch (error) {
    throw new UserError(`${file} in the ${side}: not a GraphQL schema: ${messageOf(error)}`);
  }
}
