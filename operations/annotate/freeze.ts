import { annotationTags } from "../../model/names";
import { standingOf, type Budget, type ServiceBudget } from "../../policies/gate/freeze/budget";
import type { Annotation, Grafana } from "./grafana";

type State = ServiceBudget["state"];

/** A service is as free as it was born until something else was marked. */
const FIRST: State = "ok";

const stateTag = (state: State): string => `state:${state}`;

/**
 * Marks for each service whose state is another than the one marked last: that releases stop, need care or go on.
 * Whoever asks twice gets the second time none.
 */
export async function freezeAnnotations(
  budget: Budget,
  environment: string,
  newest: Grafana["newest"],
): Promise<Annotation[]> {
  const changed: Annotation[] = [];
  for (const [service, { state }] of budget.services) {
    const tags = annotationTags("freeze", environment, service);
    const last = (await newest(tags)) ?? [stateTag(FIRST)];
    if (!last.includes(stateTag(state))) changed.push(annotation(service, state, tags, budget));
  }
  return changed;
}

function annotation(
  service: string,
  state: State,
  tags: readonly string[],
  budget: Budget,
): Annotation {
  const { why } = standingOf(service, budget, budget.asOf);
  return {
    time: budget.asOf.getTime(),
    tags: [...tags, stateTag(state)],
    text: `Releases of ${service} ${WORDS[state]}: ${why}.`,
  };
}

const WORDS: Readonly<Record<State, string>> = {
  ok: "go on",
  caution: "need care",
  frozen: "stop",
};
