import type { FieldProblem } from "../../indicators/base";
import { show } from "../../problems";
import type { State, Workflow } from "./settled";

/** The states that may follow one, each with the place at which the declaration names it. */
export function following(state: State): readonly { readonly at: string; readonly next: string }[] {
  switch (state.type) {
    case "task":
      return [
        ...(state.next === undefined ? [] : [{ at: "next", next: state.next }]),
        ...state.catch.map(({ next }, index) => ({ at: `catch[${index}].next`, next })),
      ];
    case "choice":
      return [
        ...state.choices.map(({ next }, index) => ({ at: `choices[${index}].next`, next })),
        { at: "otherwise", next: state.otherwise },
      ];
    case "wait":
      return [{ at: "next", next: state.next }];
    default:
      return [];
  }
}

/** Names of states that are none, states that nothing leads to, and states from which no execution ends. */
export function graphProblems({
  start,
  states,
}: Pick<Workflow, "start" | "states">): FieldProblem[] {
  const unknown = [
    ...(start in states ? [] : [unknownProblem("workload.start", start, states)]),
    ...Object.entries(states).flatMap(([name, state]) =>
      following(state)
        .filter(({ next }) => !(next in states))
        .map(({ at, next }) => unknownProblem(`workload.states.${name}.${at}`, next, states)),
    ),
  ];
  return unknown.length > 0 ? unknown : [...unreachable(start, states), ...endless(states)];
}

const unknownProblem = (field: string, name: string, states: Workflow["states"]): FieldProblem => ({
  field,
  message: `expected one of the states ${Object.keys(states).join(", ")}, got ${show(name)}`,
});

function unreachable(start: string, states: Workflow["states"]): FieldProblem[] {
  const reached = reachedFrom([start], (name) =>
    following(states[name] as State).map(({ next }) => next),
  );
  return Object.keys(states)
    .filter((name) => !reached.has(name))
    .map((name) => ({
      field: `workload.states.${name}`,
      message: `expected a state that ${show(start)} leads to, got one that no state names; name it, or leave it out`,
    }));
}

/** Gone through backwards from where executions end. */
function endless(states: Workflow["states"]): FieldProblem[] {
  const ends = Object.keys(states).filter((name) => isEnd(states[name] as State));
  const ending = reachedFrom(ends, (name) =>
    Object.keys(states).filter((other) =>
      following(states[other] as State).some(({ next }) => next === name),
    ),
  );
  return Object.keys(states)
    .filter((name) => !ending.has(name))
    .map((name) => ({
      field: `workload.states.${name}`,
      message: `expected a state from which an execution comes to an end, got one that goes round for ever`,
    }));
}

const isEnd = (state: State): boolean =>
  state.type === "succeed" ||
  state.type === "fail" ||
  (state.type === "task" && state.next === undefined);

function reachedFrom(
  first: readonly string[],
  from: (name: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...first];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    left.push(...from(name));
  }
  return reached;
}
