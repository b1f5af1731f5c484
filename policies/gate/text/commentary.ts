import { BYTES } from "./bytes";
import type { Slice } from "./scan";
import type { Source } from "./source";

const { COMMA } = BYTES;
const KEY = `"//":`;

/** How many labels stand between a block type and the block's body; elsewhere `//` may be a value's key. */
const LABELS = new Map([
  ["terraform", 0],
  ["provider", 1],
  ["variable", 1],
  ["output", 1],
  ["module", 1],
  ["data", 2],
  ["resource", 2],
]);

/**
 * Where a stack has members that Terraform ignores: `//`, in which cdktf writes construct paths and source
 * lines. With the comma after them, in the order in which they stand.
 *
 * @param stack its canonical spelling
 */
export function commentaryOf(stack: Source): Slice[] {
  const found: Slice[] = [];
  const collect = (value: Slice, labels: number) => {
    for (const element of stack.elements(value)) collect(element, labels);
    stack.each(value, (name, member) => {
      if (labels > 0) collect(member, labels - 1);
      else if (name === "//") found.push(whole(stack, member));
    });
  };
  stack.each([0, stack.bytes.length], (name, member) => {
    const labels = LABELS.get(name);
    if (name === "//") found.push(whole(stack, member));
    else if (labels !== undefined) collect(member, labels);
  });
  return found;
}

function whole({ bytes }: Source, [start, end]: Slice): Slice {
  return [start - KEY.length, bytes[end] === COMMA ? end + 1 : end];
}
