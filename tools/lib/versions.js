// Versions as tools print them, and ranges as the catalogue writes them (">=1.22 <1.23").

/**
 * The first x.y or x.y.z of a text; a "v" before it and a suffix after it ("-dev") are left out.
 * @param {string} text
 * @returns {string | undefined}
 */
function parseVersion(text) {
  return /(?<![\d.])(\d+\.\d+(?:\.\d+)?)(?![\d])/.exec(text)?.[1];
}

/** Negative, zero or positive, as for sorting; missing parts count as 0. */
function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether a version lies in a range of comparators (>=, <) that must all hold.
 * @throws {Error} on a range that is not of that form
 */
function fits(version, range) {
  return range.split(" ").every((comparator) => {
    const [, operator, bound] = /^(>=|<)(\d+(?:\.\d+){0,2})$/.exec(comparator) ?? [];
    if (!bound) throw new Error(`range "${range}": expected comparators such as ">=1.22 <1.23"`);
    const difference = compareVersions(version, bound);
    return operator === "<" ? difference < 0 : difference >= 0;
  });
}

module.exports = { parseVersion, compareVersions, fits };
