import type { Stage } from "../../../policies/gate";
import type { Editor } from "../fixtures";

/** One way to break a good stack, and what must be found. */
export interface Breakage {
  readonly id: string;
  readonly address: string;
  readonly how: string;
  /** Name of the good stack: `gate/<fixture>.tf.json` and its real plan `plans/<fixture>.json`. */
  readonly fixture: string;
  /** The stage that alone can show it. Undefined: both. */
  readonly stage?: Stage;
  /** The environment in which it is wrong. Undefined: any. */
  readonly environment?: string;
  /** Attribute that decides; hidden in a plan it leaves the rule undetermined. Undefined: presence is enough. */
  readonly decides?: string;
  readonly edit: (stack: Editor) => void;
}

/** A policy document with one statement that allows. */
export const document = (statement: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Resource: "*", ...statement }],
  });

const shown = (attribute: string, value: unknown) =>
  value === undefined
    ? `without ${attribute}`
    : `with ${attribute} ${JSON.stringify(value)}`.slice(0, 60);

/** What is wrong only where an environment is made to be thrown away. */
export const inDevelopment = (breakages: readonly Breakage[]): Breakage[] =>
  breakages.map((one) => ({ ...one, environment: "dev" }));

/** The ways to break the stack of one fixture. */
export const breakagesOf = (fixture: string) => ({
  /** One attribute with a value that is wrong, or left out (`undefined`). */
  set: (
    id: string,
    address: string,
    attribute: string,
    value: unknown,
    decides?: string,
  ): Breakage => ({
    id,
    address,
    how: shown(attribute, value),
    fixture,
    ...(decides === undefined ? {} : { decides }),
    edit: (stack) => stack.set(address, attribute, value),
  }),

  /** Another resource, without which this one is wrong, is missing; and with it what refers to it. */
  removed: (id: string, address: string, gone: string, ...dependents: string[]): Breakage => ({
    id,
    address,
    how: `without ${gone}`,
    fixture,
    edit: (stack) => {
      for (const one of [...dependents, gone]) stack.remove(one);
    },
  }),

  /** A resource that is wrong is there too. */
  added: (id: string, address: string, attributes: Record<string, unknown>): Breakage => ({
    id,
    address,
    how: `with ${address}`,
    fixture,
    edit: (stack) => stack.add(address, attributes),
  }),

  /** Anything else. */
  edited: (one: Omit<Breakage, "fixture">): Breakage => ({ ...one, fixture }),
});
