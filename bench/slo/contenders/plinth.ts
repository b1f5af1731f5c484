import { ruleGroup } from "../../../dashboards/slo/rule_file";
import type { Slo } from "../../../dashboards/slo/slo";
import { placeOf, signalOf } from "../../../dashboards/resources";
import { googleSignals } from "../../../model/signals";
import { rulesOf, type Rule } from "../rules";
import { cumulated, type Contender } from "./contender";

/** The generated rules, over what the exporter shows of a push subscription and its dead-letter topic. */
export const plinth = (slo: Slo): Contender => ({
  name: "plinth",
  rules: rulesOf(ruleGroup(slo).rules as readonly Rule[]),
  series: ({ minutes }) => {
    const place = placeOf(slo.service);
    return [
      {
        selector: signalOf(googleSignals.undelivered, place),
        values: minutes.map(() => 0),
      },
      {
        selector: signalOf(googleSignals.pushRequests, place, { response_class: "ack" }),
        values: cumulated(minutes.map(({ good }) => good)),
      },
      {
        selector: signalOf(googleSignals.deadLettered, place),
        values: cumulated(minutes.map(({ bad }) => bad)),
      },
    ];
  },
});
