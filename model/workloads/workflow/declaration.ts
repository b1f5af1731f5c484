import type { Duration, QueueDeclaration } from "../../declaration";
import type { SchedulesDeclaration } from "../../schedules/declaration";
import type { FunctionDeclaration } from "../request_declaration";

/**
 * A state machine whose tasks are steps of one stateless function. Each event of its queue starts one execution: it is called after
 * the event's `source` and `id`, so that a duplicate starts none (docs/sagas.md).
 */
export interface WorkflowDeclaration {
  readonly kind: "workflow";

  /** The folder of the code, from the repository's root; its `aws.ts` exports `handler`, which takes steps, and `start`. */
  readonly code: string;

  /**
   * Steps in order, each with what undoes it.
   *
   * @default - `states` say what is done
   */
  readonly saga?: SagaDeclaration;

  /**
   * What is done, where it is no saga: states by name, of 1 to 80 letters, digits, dashes and underscores.
   *
   * @default - `saga` says what is done
   */
  readonly states?: Readonly<Record<string, StateDeclaration>>;

  /**
   * The name of the first of the states.
   *
   * @default - a saga starts with its first step
   */
  readonly start?: string;

  /**
   * `standard` runs each state once, keeps the history of each execution for 90 days and can be redriven; `express` runs at least once,
   * for 5 minutes at most, and is for much traffic whose steps may be repeated as a whole. Cannot be changed later. A saga is standard.
   *
   * @default "standard"
   */
  readonly type?: "standard" | "express";

  /**
   * The most time that one execution may take. What runs out of time is not compensated.
   *
   * @default - of a saga, what all its steps and compensations take at most with all their tries; else "1h", and "5m" of what is express
   */
  readonly timeout?: Duration;

  /** @default - every default of {@link WorkflowLogsDeclaration} */
  readonly logs?: WorkflowLogsDeclaration;

  /**
   * Where events wait that start executions.
   *
   * @default - every default of {@link QueueDeclaration}
   */
  readonly queue?: Omit<QueueDeclaration, "ordered">;

  /**
   * When executions are started, by name: each sends an event of its own into the queue (docs/events.md).
   *
   * @default {} - events alone start them
   */
  readonly schedules?: SchedulesDeclaration;

  /**
   * The function that takes the steps. `timeout` is that of one try of one step.
   *
   * @default - every default of {@link FunctionDeclaration}
   */
  readonly function?: Omit<FunctionDeclaration, "provisioned">;
}

/** What is logged of executions. */
export interface WorkflowLogsDeclaration {
  /**
   * Every event of an execution, or those alone by which it fails.
   *
   * @default "all"
   */
  readonly level?: "all" | "error";

  /**
   * Whether the log holds what goes into states and comes out of them, which may be the users'.
   *
   * @default - false in production, true in development
   */
  readonly executionData?: boolean;
}

/** Steps that are taken in order. Where one fails, what was done before is undone, the last first. */
export interface SagaDeclaration {
  /** 1 to 50. */
  readonly steps: readonly SagaStepDeclaration[];

  /**
   * Tries of one compensation, 1 to 20, ever longer apart, up to 5 minutes. One that fails for good ends the execution there: it is
   * redriven from there once its cause is gone.
   *
   * @default 10
   */
  readonly compensationAttempts?: number;
}

/** One step of a saga. */
export interface SagaStepDeclaration {
  /** What the code knows it by, such as `reserve-stock`: 1 to 30 lower-case letters, digits and dashes. */
  readonly name: string;

  /**
   * The step of the code that undoes it, such as `release-stock`.
   *
   * @default - nothing has to be undone
   */
  readonly compensate?: string;

  /**
   * Tries of a step that fails otherwise than by a refusal, 1 to 10.
   *
   * @default 3
   */
  readonly attempts?: number;
}

/** One state; what a state is is said by its `type`. */
export type StateDeclaration =
  TaskDeclaration | ChoiceDeclaration | WaitDeclaration | SucceedDeclaration | FailDeclaration;

/** A step of the code. What it answers is `$.answer.value` for the choices that follow. */
export interface TaskDeclaration {
  readonly type: "task";

  /**
   * The state that follows.
   *
   * @default - the execution ends well
   */
  readonly next?: string;

  /**
   * Tries of a step that fails, 1 to 10.
   *
   * @default 3
   */
  readonly attempts?: number;

  /**
   * Where it goes on when all tries failed: the first whose `errors` name the failure.
   *
   * @default - the execution fails
   */
  readonly catch?: readonly CatchDeclaration[];
}

/** Where a task goes on that failed. */
export interface CatchDeclaration {
  /** Names of errors, as the code throws them, such as `Refused`; `States.ALL` is any and stands alone, in the last one. */
  readonly errors: readonly string[];

  /** The state that follows then. */
  readonly next: string;
}

/** Goes on where the first of its conditions holds. */
export interface ChoiceDeclaration {
  readonly type: "choice";

  /** 1 to 100. */
  readonly choices: readonly ConditionDeclaration[];

  /** Where none holds. */
  readonly otherwise: string;
}

/** One way to go on. */
export interface ConditionDeclaration {
  /** What is compared, such as `$.answer.value.verdict`, or `$.event.data.total` of the event that started it. */
  readonly variable: string;

  /** What it is, type for type. */
  readonly equals: string | number | boolean;

  /** The state that follows then. */
  readonly next: string;
}

/** Goes on after a time. */
export interface WaitDeclaration {
  readonly type: "wait";

  /** For how long. */
  readonly for: Duration;

  /** The state that follows. */
  readonly next: string;
}

/** The execution ends well. */
export interface SucceedDeclaration {
  readonly type: "succeed";
}

/** The execution fails. */
export interface FailDeclaration {
  readonly type: "fail";

  /** The name of the error with which the execution ends. */
  readonly error: string;

  /**
   * Why, in a sentence.
   *
   * @default - nothing is said
   */
  readonly cause?: string;
}
