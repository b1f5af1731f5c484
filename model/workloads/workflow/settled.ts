import type { Schedule } from "../../schedules/settled";
import type { Queue, ServiceFunction } from "../../service";

/** A workflow after `settle`: nothing is optional. */
export interface Workflow {
  readonly kind: "workflow";
  /** Folder of the code, from the repository's root. */
  readonly code: string;
  readonly type: "standard" | "express";
  readonly timeoutSeconds: number;
  readonly logs: WorkflowLogs;
  readonly queue: Queue;
  /** Sorted by name. */
  readonly schedules: readonly Schedule[];
  /** Takes the steps. */
  readonly function: ServiceFunction;
  /** Starts executions. */
  readonly starter: ServiceFunction & { readonly maximumConcurrency: number };
  readonly start: string;
  /** By name, in the order in which they were declared or are gone through. */
  readonly states: Readonly<Record<string, State>>;
}

export interface WorkflowLogs {
  readonly level: "all" | "error";
  readonly executionData: boolean;
}

export type State = Task | Choice | Wait | { readonly type: "succeed" } | Fail;

export interface Task {
  readonly type: "task";
  /** The step that the code knows it by. */
  readonly step: string;
  /** The step that it undoes; undefined of one that undoes none. */
  readonly undoes: string | undefined;
  readonly retry: Retry;
  readonly catch: readonly { readonly errors: readonly string[]; readonly next: string }[];
  /** Undefined: the execution ends well. */
  readonly next: string | undefined;
}

/** Of failures of the code; those of Lambda are always retried. */
export interface Retry {
  /** The first one included. */
  readonly attempts: number;
  readonly intervalSeconds: number;
  readonly maxDelaySeconds: number;
}

export interface Choice {
  readonly type: "choice";
  readonly choices: readonly {
    readonly variable: string;
    readonly equals: string | number | boolean;
    readonly next: string;
  }[];
  readonly otherwise: string;
}

export interface Wait {
  readonly type: "wait";
  readonly seconds: number;
  readonly next: string;
}

export interface Fail {
  readonly type: "fail";
  readonly error: string;
  readonly cause: string | undefined;
}
