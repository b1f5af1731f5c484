import { posix } from "node:path";
import { files } from "../../../model/names";
import type { RenderedFile } from "../../../model/output";
import { toYaml } from "../../yaml";
import type { TestCase } from "./test_case";

/**
 * A file for `promtool test rules`.
 *
 * @param name - of the rule file that it proves, as `files.rules` takes it
 */
export function promtoolFile(name: string, tests: readonly TestCase[]): RenderedFile {
  const path = files.ruleTests(name);
  const rules = posix.relative(posix.dirname(path), files.rules(name));
  return {
    path,
    text: toYaml(
      { rule_files: [rules], evaluation_interval: "1m", tests },
      `Run by: promtool test rules ${posix.basename(path)}`,
    ),
  };
}
