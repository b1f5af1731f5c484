/** Mutants that change nothing, told apart by a person: a list with a reason each. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { UserError, messageOf } from "../../cli/errors";
import type { Judged } from "./run";
import { lineOf } from "./source";

const Entry = z.strictObject({
  /** Below the folder of policies. */
  file: z.string(),
  /** The line it stands in, without what surrounds it. */
  line: z.string(),
  from: z.string(),
  to: z.string(),
  because: z.string().min(1),
});

export type Equivalent = z.infer<typeof Entry>;

/** @throws UserError when the file is none of these lists */
export function readEquivalents(file: string): Equivalent[] {
  try {
    return z.array(Entry).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new UserError(`${file}: expected a list of equivalent mutants: ${messageOf(error)}`);
  }
}

export function isSame({ source, edit }: Judged, known: Equivalent): boolean {
  return (
    source.path === known.file &&
    edit?.from === known.from &&
    edit.to === known.to &&
    textOfLine(source.text, edit.start) === known.line
  );
}

export function textOfLine(text: string, start: number): string {
  return (text.split("\n")[lineOf(text, start) - 1] ?? "").trim();
}
