import { dirname, join } from "node:path/posix";

/** Not of data sources, which make nothing. */
const PROVIDER =
  /^import \{ ?([^}]+?),? ?\} from "@cdktf\/provider-(aws|google)\/lib\/(?!data-)([\w-]+)";$/gm;

/** What Terraform itself has, and no provider a class for. */
const BUILT_IN = /"(terraform_data)"/g;

const OWN = /^import \{[^}]+\} from "(\.[\w./-]+)";$/gm;

/** The Terraform types of the resources that a file makes, by the class that cdktf has for it: `SqsQueue` to `aws_sqs_queue`. */
export function terraformTypes(text: string): Map<string, string> {
  const provided = [...text.matchAll(PROVIDER)].map(([, classes = "", cloud = "", name = ""]) => [
    /\w+/.exec(classes)?.[0] ?? "",
    `${cloud}_${name.replaceAll("-", "_")}`,
  ]);
  const builtIn = [...text.matchAll(BUILT_IN)].map(([, type = ""]) => [type, type]);
  return new Map([...provided, ...builtIn] as [string, string][]);
}

/** The files that a file takes more than types from, from the repository's root, sorted. */
export function ownImports(file: string, text: string): string[] {
  return [...text.matchAll(OWN)].map(([, path = ""]) => `${join(dirname(file), path)}.ts`).sort();
}
