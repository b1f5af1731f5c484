import { formatDuration } from "../../model/duration";
import { META_RULES, type MetaAlertName } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { promtoolFile } from "../slo/tests/promtool";
import type { AlertTest, TestCase } from "../slo/tests/test_case";
import { metaAnnotations, metaLabels, mixinAlerts, watchdog, type MetaAlert } from "./alerts";
import { metaStories, type MetaStory } from "./stories";

/** The meta alerts' own tests, for `promtool test rules`. */
export const renderMetaTests = (environment: Environment): RenderedFile =>
  promtoolFile(META_RULES, metaCases(environment));

export const metaCases = (environment: Environment): TestCase[] =>
  metaStories.map((story) => testCase(story, environment));

const testCase = (story: MetaStory, environment: Environment): TestCase => ({
  name: `${story.alert}: ${story.claim}`,
  interval: "1m",
  input_series: story.shows,
  alert_rule_test: [
    ...story.silent.map((minute) => expectation(story, minute, [])),
    ...story.fires.map((minute) => expectation(story, minute, [expected(story, environment)])),
  ],
});

const expectation = (
  { alert }: MetaStory,
  minute: number,
  exp_alerts: AlertTest["exp_alerts"],
): AlertTest => ({ eval_time: formatDuration(minute * 60), alertname: alert, exp_alerts });

function expected({ alert: name, labels }: MetaStory, environment: Environment) {
  const alert = find(name);
  const about = alert.about === undefined ? "" : (labels[alert.about] ?? "");
  return {
    exp_labels: { ...labels, ...metaLabels(alert, environment) },
    exp_annotations: metaAnnotations(alert, environment, about),
  };
}

function find(name: MetaAlertName): MetaAlert {
  const found = [watchdog, ...mixinAlerts].find((alert) => alert.name === name);
  if (found === undefined) throw new Error(`no alert ${name}`);
  return found;
}
