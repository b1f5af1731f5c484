import { compareVersions, fits, parseVersion } from "../../tools/lib/versions";

describe("versions that tools print", () => {
  test.each([
    ["Version: 1.22.0\nBuild Commit: \n", "1.22.0"],
    ["Terraform v1.11.4\non linux_amd64\n+ provider v5.100.0", "1.11.4"],
    ["OpenTofu v1.10.10\non linux_amd64", "1.10.10"],
    ["promtool, version 3.15.0 (branch: , revision: unknown)", "3.15.0"],
    ["Conftest: 0.71.1\nOPA: 1.21.1\n", "0.71.1"],
    ["go version go1.26.8 linux/amd64", "1.26.8"],
    ["Python 3.11.7", "3.11.7"],
    ["Terraform v1.12.0-beta1", "1.12.0"],
    ["go1.27", "1.27"],
  ])("%j is %s", (text, version) => {
    expect(parseVersion(text)).toBe(version);
  });

  test("a text without a version has none", () => {
    expect(parseVersion("Conftest: dev")).toBeUndefined();
    expect(parseVersion("")).toBeUndefined();
  });
});

describe("ranges", () => {
  test.each([
    ["1.22.0", ">=1.22 <1.23", true],
    ["1.22.9", ">=1.22 <1.23", true],
    ["1.23.0", ">=1.22 <1.23", false],
    ["1.21.4", ">=1.22 <1.23", false],
    ["1.9.4", ">=1.10 <2", false],
    ["1.10", ">=1.10 <2", true],
    ["2.42.0", ">=3.15 <4", false],
  ])("%s in %s: %s", (version, range, expected) => {
    expect(fits(version, range)).toBe(expected);
  });

  test("a malformed range is an error that shows the form", () => {
    expect(() => fits("1.0.0", "^1.2")).toThrow(
      'range "^1.2": expected comparators such as ">=1.22 <1.23"',
    );
  });

  test("versions sort by number, not by letter", () => {
    expect(["1.10.0", "1.9.4", "1.9"].sort(compareVersions)).toEqual(["1.9", "1.9.4", "1.10.0"]);
  });
});
