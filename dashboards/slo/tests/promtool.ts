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
export const promtoolFile = (name: string, tests: readonly TestCase[]): RenderedFile =>
  testFile(name, files.ruleTests(name), "1m", tests);

/** The same for rules that are evaluated once an hour: promtool can look back over days then. */
export const hourlyFile = (name: string, tests: readonly TestCase[]): RenderedFile =>
  testFile(name, files.hourlyRuleTests(name), "1h", tests);

function testFile(
  name: string,
  path: string,
  evaluation_interval: string,
  tests: readonly TestCase[],
): RenderedFile {
  const rules = posix.relative(posix.dirname(path), files.rules(name));
  return {
    path,
    text: toYaml(
      { rule_files: [rules], evaluation_interval, tests },
      `Run by: promtool test rules ${posix.basename(path)}`,
    ),
  };
}
