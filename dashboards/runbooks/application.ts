import { applicationCounter, collectorUp } from "../../model/application_signals";
import { formatDuration } from "../../model/duration";
import type { SettledBusiness } from "../../model/indicators/business";
import { files } from "../../model/names";
import type { Service } from "../../model/service";
import { ofSignal } from "../promql";
import { placeOf, signalOf } from "../resources";
import { code, numbered } from "./page";

/** How to find out why nothing is heard of what a service's own code counts. */
export const whyUnheard = (
  service: Service,
  { metric, quietSeconds }: SettledBusiness,
): string[] => [
  `It is missing when a target of the collector is not reached, or when no ${metric} was heard for ${formatDuration(quietSeconds)}. The targets, and what the collector holds now:`,
  ...code(
    "promql",
    ofSignal(collectorUp),
    signalOf(applicationCounter(metric), placeOf(service)),
    `target_info{job="otel-collector", exported_job=~"(.+/)?${service.name}"}`,
  ),
  "Where the targets answer:",
  "",
  ...numbered([
    "`target_info` without the counter: the service is heard. Either nothing happened for so long, and `quietFor` of the objective is too short, or its code names the metric, an attribute or the unit differently.",
    `Neither: the service sends nothing. Does its process have the variables of \`${files.sdk(service.name)}\`, does it reach the collector, and does its resource carry \`service.instance.id\`?`,
    "The counter without its labels of service, environment and cell: the collector runs with another configuration.",
  ]),
  "",
];
