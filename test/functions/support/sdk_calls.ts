import { build } from "esbuild";
import type * as dynamodb from "@aws-sdk/client-dynamodb";
import type * as sqs from "@aws-sdk/client-sqs";
import { ROOT } from "../orders/support/bundles";

type CommandOf<Module> = Extract<keyof Module, `${string}Command`>;

export type SdkCommand = CommandOf<typeof dynamodb> | CommandOf<typeof sqs>;

/** Packages that a function may use beside an SDK's client: none of them calls AWS. */
const CALL_NOTHING = [
  "@aws-lambda-powertools/batch",
  "@aws-lambda-powertools/metrics",
  "@aws-sdk/util-dynamodb",
  "zod",
];

const IMPORT = /import\s*(?<what>[^;]*?)\s*from\s*"(?<from>[^"]+)";/g;

/** Names of a client's module that are no call. */
const NO_CALL = /^[A-Z]\w*(Client|Exception)$/;

/**
 * The SDK calls that a function's code can make: what is left of its imports when esbuild has dropped the unused.
 *
 * @param entry - from the repository's root
 * @throws on an import of which it cannot be told what it calls
 */
export async function sdkCalls(entry: string): Promise<SdkCommand[]> {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], absWorkingDir: ROOT, bundle: true, write: false, format: "esm" },
    ...{ platform: "node", packages: "external", treeShaking: true, logLevel: "silent" },
  });
  return [...new Set(callsIn(outputFiles[0]?.text ?? ""))].sort();
}

export function callsIn(code: string): SdkCommand[] {
  return [...code.matchAll(IMPORT)].flatMap(({ groups: { what = "", from = "" } = {} }) => {
    if (from.startsWith("node:") || CALL_NOTHING.includes(from)) return [];
    if (!from.startsWith("@aws-sdk/client-")) throw new Error(`${from}: does it call AWS?`);
    return namesIn(what, from).filter((name) => !NO_CALL.test(name)) as SdkCommand[];
  });
}

function namesIn(what: string, from: string): string[] {
  const names = /^\{(?<names>[^}]*)\}$/.exec(what)?.groups?.["names"]?.split(",") ?? [what];
  const plain = names.map((name) => name.trim().replace(/^(\w+) as .*$/, "$1"));
  const unclear = plain.find((name) => !/^\w+Command$/.test(name) && !NO_CALL.test(name));
  if (unclear === undefined) return plain;
  throw new Error(`${from}: ${unclear}: import the commands that are sent, one by one`);
}
