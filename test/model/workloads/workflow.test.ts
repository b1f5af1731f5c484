import { devGcp } from "../../../environments/dev-gcp";
import { problemsOf } from "../../../model/settle";
import type { State, Task } from "../../../model/workloads/workflow/settled";
import {
  FULFILMENT,
  ofFulfilment,
  settledFulfilment,
  STATES,
  WORKED_PRODUCTION,
} from "../../constructs/support/workflow";

const { workload } = FULFILMENT;
const at = "fulfilment.workload";

describe("a saga", () => {
  const settled = settledFulfilment().workload;
  const nextOf = (name: string): unknown => (settled.states[name] as { next?: string }).next;
  const caught = (name: string): unknown =>
    (settled.states[name] as Task).catch.map(({ errors, next }) => [...errors, next]);

  test("takes its steps in order, and undoes them the last first", () => {
    expect([
      settled.start,
      nextOf("reserve-stock"),
      nextOf("take-payment"),
      nextOf("ship"),
    ]).toEqual(["reserve-stock", "take-payment", "ship", "Done"]);
    expect([nextOf("pay-back"), nextOf("release-stock")]).toEqual(["release-stock", "Why"]);
  });

  test("undoes of a step that was refused what came before it, and of one that failed the step too", () => {
    expect(caught("reserve-stock")).toEqual([
      ["Refused", "Why"],
      ["States.ALL", "release-stock"],
    ]);
    expect(caught("take-payment")).toEqual([
      ["Refused", "release-stock"],
      ["States.ALL", "pay-back"],
    ]);
    expect(caught("ship")).toEqual([
      ["Refused", "pay-back"],
      ["States.ALL", "pay-back"],
    ]);
  });

  test("fails where a compensation does, so that it is redriven from there", () => {
    expect(settled.states["pay-back"]).toMatchObject({
      ...{ step: "pay-back", undoes: "take-payment", catch: [] },
      retry: { attempts: 10, intervalSeconds: 2, maxDelaySeconds: 300 },
    });
  });

  test("ends well where it was refused, and fails where it was undone for a fault", () => {
    expect(settled.states["Why"]).toEqual({
      type: "choice",
      choices: [{ variable: "$.failure.Error", equals: "Refused", next: "Refused" }],
      otherwise: "Compensated",
    });
    expect((settled.states["Refused"] as State).type).toBe("succeed");
    expect((settled.states["Compensated"] as State).type).toBe("fail");
  });

  test("has as much time as everything takes with all its tries, and says only what it must", () => {
    // Of each of 3 steps 3 x 15 + 6 s, of each of 2 compensations 10 x 15 + 810 s, and of each 7 x 15 + 122 s of Lambda's faults.
    expect(settled.timeoutSeconds).toBe(3 * 51 + 2 * 960 + 5 * 227);
    expect(settled).toMatchObject({
      type: "standard",
      logs: { level: "all", executionData: true },
      queue: { attempts: 3, visibilityTimeoutSeconds: 300 },
      function: { timeoutSeconds: 10, reservedConcurrency: 100 },
      starter: { timeoutSeconds: 30, reservedConcurrency: 10, memoryMiB: 256 },
    });
  });

  test("logs no data of executions in production", () => {
    expect(settledFulfilment(workload, WORKED_PRODUCTION).workload.logs).toEqual({
      ...{ level: "all", executionData: false },
    });
  });
});

describe("states", () => {
  test("are taken as they are declared", () => {
    const { start, states, timeoutSeconds } = settledFulfilment(STATES).workload;
    expect([start, Object.keys(states), timeoutSeconds]).toEqual([
      ...["check", ["check", "decide", "pause", "keep", "over", "lost"], 3_600],
    ]);
    expect(states["pause"]).toEqual({ type: "wait", seconds: 300, next: "check" });
  });
});

describe("what is wrong with one", () => {
  test("is told by its field", () => {
    expect(
      ofFulfilment({
        ...workload,
        type: "fast",
        saga: { steps: [{ name: "Ship", attempts: 11 }], compensationAttempts: 0 },
        logs: { level: "none" },
        timeout: "0s",
      }),
    ).toEqual([
      `${at}.type: expected "standard" or "express", got "fast"`,
      `${at}.saga.steps[0].name: expected 1 to 30 lower-case letters, digits and dashes, starting with a letter, got "Ship"`,
      `${at}.saga.steps[0].attempts: expected a whole number from 1 to 10, got 11`,
      `${at}.saga.compensationAttempts: expected a whole number from 1 to 20, got 0`,
      `${at}.timeout: expected a duration from "1s" to "365d", got "0s"`,
      `${at}.logs.level: expected "all" or "error", got "none"`,
    ]);
  });

  test("a state that is none, by its type", () => {
    expect(ofFulfilment({ ...STATES, states: { check: { type: "map" } } })).toEqual([
      `${at}.states.check.type: expected "task", "choice", "wait", "succeed" or "fail", got "map"`,
    ]);
  });

  test("a saga beside states, and neither", () => {
    const neither = { kind: workload.kind, code: workload.code };
    expect([
      ...ofFulfilment({ ...workload, start: "ship" }),
      ...ofFulfilment(neither),
      ...ofFulfilment({ ...neither, states: STATES.states }),
    ]).toEqual([
      `${at}: expected \`saga\`, or \`states\` and \`start\`, got saga and start`,
      `${at}: expected \`saga\`, or \`states\` and \`start\`, got none`,
      `${at}: expected \`saga\`, or \`states\` and \`start\`, got states`,
    ]);
  });

  test("names of states that are none", () => {
    const states = {
      check: { type: "task", next: "chekc", catch: [{ errors: ["States.ALL"], next: "lost" }] },
      choose: {
        type: "choice",
        choices: [{ variable: "$.answer", equals: 1, next: "one" }],
        otherwise: "two",
      },
    };
    expect(ofFulfilment({ ...STATES, start: "begin", states })).toEqual([
      `${at}.start: expected one of the states check, choose, got "begin"`,
      `${at}.states.check.next: expected one of the states check, choose, got "chekc"`,
      `${at}.states.check.catch[0].next: expected one of the states check, choose, got "lost"`,
      `${at}.states.choose.choices[0].next: expected one of the states check, choose, got "one"`,
      `${at}.states.choose.otherwise: expected one of the states check, choose, got "two"`,
    ]);
  });

  test("a state that nothing leads to, and one that goes round for ever", () => {
    const states = {
      check: { type: "task", next: "check" },
      over: { type: "succeed" },
    };
    expect(ofFulfilment({ ...STATES, states })).toEqual([
      `${at}.states.over: expected a state that "check" leads to, got one that no state names; name it, or leave it out`,
      `${at}.states.check: expected a state from which an execution comes to an end, got one that goes round for ever`,
    ]);
  });

  test("any error before others", () => {
    const catches = [
      { errors: ["States.ALL"], next: "lost" },
      { errors: ["Refused"], next: "lost" },
    ];
    const states = { ...STATES.states, check: { type: "task", next: "decide", catch: catches } };
    expect(ofFulfilment({ ...STATES, states })).toEqual([
      `${at}.states.check.catch[0].errors: expected States.ALL alone, in the last one, got it before or beside others`,
    ]);
  });

  test("two steps of one name", () => {
    const saga = { steps: [{ name: "ship", compensate: "back" }, { name: "back" }] };
    expect(ofFulfilment({ ...workload, saga })).toEqual([
      `${at}.saga.steps: expected each name once, got "back" twice`,
    ]);
  });

  test("a saga that is express, and what is express and long", () => {
    expect(ofFulfilment({ ...workload, type: "express" })).toEqual([
      `${at}.type: expected "standard" of a saga, whose executions are started once and can be redriven, got "express"`,
    ]);
    expect(ofFulfilment({ ...STATES, type: "express", timeout: "6m" })).toEqual([
      `${at}.timeout: expected at most "5m" of what is express, got "6m"`,
    ]);
  });

  test("a saga that has not the time to undo what it did", () => {
    expect(ofFulfilment({ ...workload, timeout: "60s" })).toEqual([
      `${at}.timeout: expected at least "3208s", which all steps and compensations take with all their tries, since what runs out of time is not compensated, got "60s"; leave it out`,
    ]);
  });

  test.each([
    [{}, "none"],
    [{ state: { kind: "keyValue", partitionKey: "id" } }, '{"partitionKey":"id","access":[]}'],
  ])("a saga without a place for what was done: %j", (stores, got) => {
    expect(ofFulfilment(workload, { stores })).toEqual([
      `fulfilment.stores: expected a key-value store named "state" with the partition key "key", no sort key and the access ["get", "put", "update"], where a saga keeps what was done, got ${got}`,
    ]);
  });

  test("a definition of more than AWS takes", () => {
    const many = Array.from({ length: 2_500 }, (_, index) => [
      `state-${index}`,
      { type: "task", ...(index < 2_499 && { next: `state-${index + 1}` }) },
    ]);
    const [problem] = ofFulfilment({
      ...STATES,
      start: "state-0",
      states: Object.fromEntries(many),
    });
    expect(problem).toMatch(
      /^fulfilment\.workload\.states: expected states whose definition has at most 1048576 bytes, got one of \d+; make several workflows of it$/,
    );
  });

  test("Google Cloud, where workflows are not built", () => {
    expect(
      problemsOf({ ...devGcp, services: [{ ...FULFILMENT, objectives: [] }] }).map(
        ({ path, message }) => `${path}: ${message}`,
      ),
    ).toContain(
      `${at}.kind: expected "eventDriven" on Google Cloud (dev-gcp), where workflows are not built yet (docs/clouds.md); list the service in environments on AWS only, got "workflow"`,
    );
  });
});
