import type { Documented, Member } from "./read";

/** What a property is for that holds one text and no other, such as `kind: "keyValue"`. */
const TELLS_APART = "Tells it from the others of its kind.";

/** A property that has no words of its own is said by those of its type. */
export function withWords(
  all: readonly Documented[],
  ofTypes: ReadonlyMap<string, string>,
): Documented[] {
  const say = (one: Member): Member =>
    one.summary === "" ? { ...one, summary: wordsOf(one.type, ofTypes) } : one;
  return all.map((one) => ({
    ...one,
    members: one.members.map(say),
    props: one.props.map(say),
  }));
}

function wordsOf(type: string, ofTypes: ReadonlyMap<string, string>): string {
  if (/^"\w+"$/.test(type)) return TELLS_APART;
  const words = type.match(/\w+/g) ?? [];
  return words.map((word) => ofTypes.get(word) ?? "").find((text) => text !== "") ?? "";
}
