import { InvalidArgumentError } from "commander";

/** A percentage as a flag's value. */
export function percentOf(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 100))
    throw new InvalidArgumentError("expected a percentage from 0 to 100");
  return value;
}
