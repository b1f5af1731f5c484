import type { Values } from "./plan";

/**
 * An attribute of one resource that another resource sets. After every apply the state of the first
 * still holds what it was created with, and a plan then lists the attribute as changed.
 */
export interface Echo {
  readonly attribute: string;
  /** The type of the resource that sets it. */
  readonly setter: string;
  /** The attribute of the setter that names its owner, or what names all of them; and the owner's attributes that it may equal. */
  readonly names: string | ((setter: Values) => readonly unknown[]);
  readonly owner: readonly string[];
  /** What the owner's attribute must hold, made of what all its setters hold. */
  readonly expected: (setters: readonly Values[]) => unknown;
  /** The owner's attribute in the form of `expected`. @default as it is */
  readonly actual?: (value: unknown) => unknown;
  /** The form in which both are compared. @default {@link loosely}: two schemas leave things unset differently */
  readonly compared?: (value: unknown) => unknown;
}

export const list = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? (value as readonly Values[]) : [];
