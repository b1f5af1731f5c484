import { stringify } from "yaml";

/** YAML in the order of the keys, with a comment that says where it comes from; long texts stay on one line. */
export function toYaml(value: unknown, ...comment: readonly string[]): string {
  const head = ["Generated from the declaration; change it there.", ...comment];
  const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return `${head.map((line) => `# ${line}`.trimEnd()).join("\n")}\n${text}`;
}
