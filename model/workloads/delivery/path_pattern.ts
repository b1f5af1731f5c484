/**
 * Whether some path matches both patterns, in which `*` is any text and `?` any one character. The steps are as many as the product of their
 * lengths at most, however many a `*` there is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function overlap(one: string, other: string): boolean {
  const seen = new Set<string>();
  const open: (readonly [number, number])[] = [[0, 0]];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [left, right] = place;
    if (left === one.length && right === other.length) return true;
    if (seen.has(place.join())) continue;
    seen.add(place.join());
    open.push(...next(one[left], other[right], place));
  }
  return false;
}

/** Where both patterns can stand after one character more, or after a `*` that has ended. */
function next(
  one: string | undefined,
  other: string | undefined,
  [left, right]: readonly [number, number],
): (readonly [number, number])[] {
  if (one === "*") {
    const ended = [left + 1, right] as const;
    return other === undefined ? [ended] : [ended, [left, right + 1]];
  }
  if (other === "*") {
    const ended = [left, right + 1] as const;
    return one === undefined ? [ended] : [ended, [left + 1, right]];
  }
  if (one === undefined || other === undefined) return [];
  const meet = one === other || one === "?" || other === "?";
  return meet ? [[left + 1, right + 1]] : [];
}
