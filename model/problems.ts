import { z } from "zod";

/** What is wrong, where in the declaration, and what to do. */
export interface Problem {
  /** The author's path: `orders.objectives[0].target`. */
  readonly path: string;
  /** `expected …, got …` and, where it helps, what to change. */
  readonly message: string;
}

/** Everything that is wrong, at once; thrown before anything is built. */
export class DeclarationError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.message}`).join("\n"));
    this.name = "DeclarationError";
  }
}

/** A value as the author would recognize it, short enough for one line. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Says which name is there twice. */
export function duplicateProblem(names: readonly string[]): string | undefined {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `expected each name once, got ${show(twice)} twice`;
}

/** A leaf of a shape: one sentence says what is expected, one function says whether it is. */
export function leaf<T>(expected: string, holds: (value: unknown) => boolean): z.ZodType<T> {
  return z.custom<T>(holds, { error: (issue) => `expected ${expected}, got ${show(issue.input)}` });
}

/** An object that has these keys and no other. */
export function shape<T extends z.ZodRawShape>(fields: T) {
  return z.strictObject(fields, { error: (issue) => describeObjectIssue(issue) });
}

/** One of several ways to say a thing, each a property. */
export const oneOfThese = <T extends z.ZodRawShape>(fields: T) =>
  shape(fields).refine((value) => Object.keys(value).length === 1, {
    error: ({ input }) =>
      `expected one of ${Object.keys(fields)
        .map((name) => `\`${name}\``)
        .join(" and ")}, got ${show(Object.keys(input as object))}`,
  });

function describeObjectIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "invalid_type") return undefined;
  return `expected an object, got ${show(issue.input)}`;
}

/** Joins a path as the author writes it: keys by dots, places in a list by brackets. */
function joinPath(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => text + (typeof part === "number" ? `[${part}]` : `.${String(part)}`),
    root,
  );
}

/** The problems of a value against a shape, each with the author's path. */
export function shapeProblems(root: string, type: z.ZodType, value: unknown): Problem[] {
  const result = type.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => toProblems(root, issue));
}

function toProblems(root: string, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys") {
    return [{ path: joinPath(root, issue.path), message: issue.message }];
  }
  return issue.keys.map((key) => ({
    path: joinPath(root, [...issue.path, key]),
    message: "expected no such property; remove it or correct its name",
  }));
}
