import type { Bundle } from "./bundle";
import { sha256 } from "./input/fingerprint";
import type { ReadPlan, ReadSynth } from "./input/input";

/** Where judgements are kept between runs. What comes back may be damaged or of somebody else. */
export interface JudgementCache {
  /** Names the code that judges: another one may judge otherwise. */
  readonly judge: string;
  readonly get: (key: string) => string | undefined;
  readonly put: (key: string, entry: string) => void;
}

/**
 * What was found out before, or is found out and kept now.
 *
 * @param about everything that the answer depends on beside the rules and the code that judges
 */
export function remembered<T>(
  cache: JudgementCache | undefined,
  { sha256: rules }: Bundle,
  about: unknown,
  find: () => T,
): T {
  if (cache === undefined) return find();
  const key = sha256(JSON.stringify([cache.judge, rules, about]));
  const body = bodyOf(cache.get(key), key);
  if (body !== undefined) return JSON.parse(body) as T;
  const found = find();
  cache.put(key, entryOf(key, JSON.stringify(found)));
  return found;
}

/**
 * What a judgement of files depends on: of a plan what it means, not when it was made; of a stack every byte, for its
 * comments say where a finding was declared.
 */
export function meaningOf(files: readonly (ReadPlan | ReadSynth)[]): unknown {
  return files.map((file) =>
    file.stage === "plan" ? [file.stage, file.fingerprint, file.drift] : [file.stage, file.sha256],
  );
}

const entryOf = (key: string, body: string): string => `${key}\n${sha256(body)}\n${body}`;

/** Undefined where it is of another key, or is not whole. */
function bodyOf(entry: string | undefined, key: string): string | undefined {
  const body = entry?.split("\n").slice(2).join("\n");
  return body !== undefined && entry === entryOf(key, body) ? body : undefined;
}
