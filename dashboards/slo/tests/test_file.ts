import type { RenderedFile } from "../../../model/output";
import type { Service } from "../../../model/service";
import type { Slo } from "../slo";
import { awsStories } from "./aws_stories";
import { businessStories } from "./business_stories";
import { freshnessStories } from "./freshness_stories";
import { googleStories } from "./google_stories";
import { googleLatencyStories } from "./latency_stories";
import { storyCase, type Story } from "./lost_message";
import { hourlyCases } from "./hourly";
import { hourlyFile, promtoolFile } from "./promtool";
import { scenarios } from "./scenarios";
import type { TestCase } from "./test_case";
import { throughputStories } from "./throughput_stories";

/** The rules' own tests, for `promtool test rules`; every expected time and value is computed from the declaration. */
export const renderRuleTests = (service: Service, slos: readonly Slo[]): RenderedFile[] => [
  promtoolFile(service.name, slos.flatMap(testCases)),
  hourlyFile(service.name, slos.flatMap(hourlyCases)),
];

/** Those of one SLO; they need no other one's rules. */
export const testCases = (slo: Slo): TestCase[] => [
  ...scenarios(slo),
  ...storiesOf(slo).map((story) => storyCase(slo, story)),
];

/** Stories tell of single events; where minutes are judged by many, they would tell of nothing. */
function storiesOf({ service: { cloud }, objective, sli }: Slo): readonly Story[] {
  switch (objective.sli) {
    case "success":
      if (sli.slices) return [];
      return cloud === "aws" ? awsStories : googleStories;
    case "freshness":
      return freshnessStories(cloud);
    case "latency":
      return cloud === "aws" ? [] : googleLatencyStories(objective);
    case "throughput":
      return throughputStories(cloud, objective);
    case "business":
      return sli.slices ? [] : businessStories(objective);
  }
}
