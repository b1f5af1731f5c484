import { posix } from "node:path";
import { files } from "../../../model/names";
import type { RenderedFile } from "../../../model/output";
import type { Service } from "../../../model/service";
import { toYaml } from "../../yaml";
import type { Slo } from "../slo";
import { awsStories } from "./aws_stories";
import { freshnessStories } from "./freshness_stories";
import { googleStories } from "./google_stories";
import { storyCase, type Story } from "./lost_message";
import { scenarios } from "./scenarios";
import type { TestCase } from "./test_case";

/** The rules' own tests, for `promtool test rules`; every expected time and value is computed from the declaration. */
export function renderRuleTests(service: Service, slos: readonly Slo[]): RenderedFile {
  const path = files.ruleTests(service.name);
  const rules = posix.relative(posix.dirname(path), files.rules(service.name));
  return {
    path,
    text: toYaml(
      { rule_files: [rules], evaluation_interval: "1m", tests: slos.flatMap(testCases) },
      `Run by: promtool test rules ${posix.basename(path)}`,
    ),
  };
}

const testCases = (slo: Slo): TestCase[] => [
  ...scenarios(slo),
  ...storiesOf(slo).map((story) => storyCase(slo, story)),
];

function storiesOf({ service, sli }: Slo): readonly Story[] {
  if (sli.slices) return freshnessStories(service.cloud);
  return service.cloud === "aws" ? awsStories : googleStories;
}
