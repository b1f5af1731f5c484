import { tryParseDuration } from "../../../model/duration";

/** A minute of the rules passes in five seconds: so many times faster than the files say. */
export const HURRY = 12;

/** A duration as it passes here: `5m` → `25000ms`. */
const faster = (duration: string): string =>
  `${Math.round((tryParseDuration(duration)! * 1_000) / HURRY)}ms`;

const DURATION = String.raw`\d+[smhd]`;

/** Where a duration stands in the files of Prometheus and Alertmanager: ranges, offsets, and these keys. */
const RANGE = new RegExp(String.raw`\[(${DURATION})(?::(${DURATION}))?\]`, "g");
const OFFSET = new RegExp(String.raw`\b(offset) (${DURATION})`, "g");
const KEY = new RegExp(
  String.raw`\b(interval|for|scrape_interval|scrape_timeout|evaluation_interval|group_wait|group_interval|repeat_interval): (${DURATION})$`,
  "gm",
);

/**
 * Rules, queries and configuration whose every duration is twelve times shorter, and nothing else: the names of records and what
 * annotations say stay as they are.
 */
export const hurry = (text: string): string =>
  text
    .replaceAll(RANGE, (_, range: string, step?: string) =>
      step === undefined ? `[${faster(range)}]` : `[${faster(range)}:${faster(step)}]`,
    )
    .replaceAll(OFFSET, (_, offset: string, duration: string) => `${offset} ${faster(duration)}`)
    .replaceAll(KEY, (_, key: string, duration: string) => `${key}: ${faster(duration)}`);

/** As {@link hurry}, for YACE, whose file counts seconds. */
export const hurryYace = (text: string): string =>
  text.replaceAll(
    /\b(period|length|delay): (\d+)$/gm,
    (_, key: string, seconds: string) => `${key}: ${Number(seconds) / HURRY}`,
  );
