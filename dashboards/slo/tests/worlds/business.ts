import { applicationCounter, collectorUp } from "../../../../model/application_signals";
import type { SettledAttributes } from "../../../../model/indicators/attributes";
import { toldBy, type SettledBusiness } from "../../../../model/indicators/business";
import type { Service } from "../../../../model/service";
import type { Matchers } from "../../../promql";
import { placeOf, signalOf } from "../../../resources";
import { attributeMatchers } from "../../indicators/business";
import { counted, cumulated, input, type World } from "./world";

/** One process counts good and bad outcomes; in an idle minute it counts none. */
export function businessWorld(service: Service, objective: SettledBusiness): World {
  const place = placeOf(service);
  const counter = (labels: Matchers) =>
    signalOf(applicationCounter(objective.metric), place, labels);
  const { good, bad } = outcomeLabels(objective);
  return {
    show: (minutes) => [
      input(
        signalOf(collectorUp, place),
        minutes.map(() => 1),
      ),
      input(counter(good), cumulated(minutes.map((minute) => minute.good))),
      input(counter(bad), cumulated(minutes.map((minute) => minute.bad))),
    ],
    recorded: counted,
  };
}

/** The labels of a good outcome's series, and of a bad one's. */
export function outcomeLabels(objective: SettledBusiness): Record<"good" | "bad", Matchers> {
  const { good, of } = objective;
  const told = toldBy(objective) ?? "";
  const other = of[told]?.find((value) => !good[told]?.includes(value)) ?? "not good";
  const first = { ...of, ...good };
  return { good: labels(first), bad: labels({ ...first, [told]: [other] }) };
}

/** Those of the first value of each attribute; a series has no label of an attribute that a point has not. */
const labels = (attributes: SettledAttributes): Matchers =>
  attributeMatchers(
    Object.fromEntries(
      Object.entries(attributes)
        .filter(([, [first]]) => first !== "")
        .map(([key, [first = ""]]) => [key, [first]]),
    ),
  );
