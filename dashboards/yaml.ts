import { stringify } from "yaml";

/** YAML in the order of the keys, with a comment that says where it comes from; long texts stay on one line. */
export const toYaml = (value: unknown, ...comment: readonly string[]): string =>
  toYamlDocuments([value], ...comment);

/** Several documents in one file. */
export function toYamlDocuments(values: readonly unknown[], ...comment: readonly string[]): string {
  const head = ["Generated from the declaration; change it there.", ...comment];
  const texts = values.map((value) =>
    stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${head.map((line) => `# ${line}`.trimEnd()).join("\n")}\n${texts.join("---\n")}`;
}
