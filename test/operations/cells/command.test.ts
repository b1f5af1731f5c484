import { plinth } from "../cli/plinth";

const cells = (...args: string[]) => plinth(["cells", ...args]);

test("moves --json says what part of the users moves, and each bucket", () => {
  const { code, stdout, stderr } = cells("moves", "--from", "8", "--to", "9", "--json");
  const { movedPercent, moves } = JSON.parse(stdout) as { movedPercent: number; moves: object[] };
  expect({ code, stderr, movedPercent }).toEqual({ code: 0, stderr: "", movedPercent: 11.11 });
  expect(moves).toHaveLength(455);
  expect(moves[0]).toEqual({ bucket: 456, from: "c01", to: "c09" });
});

test("moves sums them up for a person", () => {
  expect(cells("moves", "--from", "2", "--to", "1").stdout).toBe(
    "2048 buckets move, 50 % of the users\n  c02 → c01  2048\n",
  );
});

test("map says the share of each cell, or where keys are", () => {
  expect(cells("map", "--cells", "2").stdout).toBe(
    "c01  2048 buckets  50 %\nc02  2048 buckets  50 %\n",
  );
  expect(cells("map", "--cells", "8", "tenant-1", "tenant-2").stdout).toBe(
    "c01  bucket 169  tenant-1\nc08  bucket 3602  tenant-2\n",
  );
});

test("waves says in which order a change goes, and what is watched between", () => {
  expect(cells("waves", "--cells", "12").stdout).toBe(
    [
      "sandbox: c01",
      "  watch for 60 minutes; stop when an SLO alert pages",
      "one: c02",
      "  watch for 60 minutes; stop when an SLO alert pages",
      "tenth: c03 to c04 (2)",
      "  watch for 60 minutes; stop when an SLO alert pages",
      "rest: c05 to c12 (8)",
      "",
    ].join("\n"),
  );
});

test.each(["0", "1001", "1.5", "-1", "many", ""])("%j is no number of cells", (count) => {
  const { code, stdout, stderr } = cells("map", `--cells=${count}`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("expected a whole number from 1 to 1000");
});

test("an environment without a fleet has one cell, which a change reaches at once", () => {
  expect(cells("map", "--env", "dev", "tenant-1").stdout).toBe("c01  bucket 169  tenant-1\n");
  expect(cells("waves", "--env", "dev").stdout).toBe("sandbox: c01\n  apply dev-c01\n");
  expect(cells("waves", "--env", "dev", "--wave", "sandbox").stdout).toBe("dev-c01\n");
});

test.each([
  [["map", "--cells", "2", "--env", "dev"], "expected --cells or --env, one of them"],
  [["moves", "--from", "2"], "expected --from and --to, or --env alone"],
  [["moves", "--env", "nowhere"], '--env: expected one of dev, prod, dev-gcp, got "nowhere"'],
  [["reshard", "--env", "dev"], "dev: expected `cells`, got an environment without a fleet"],
  [
    ["waves", "--env", "dev", "--wave", "one"],
    "--wave: expected one of dev's waves, which are sandbox, got one",
  ],
  [["waves", "--env", "dev", "--wave", "two"], "expected sandbox, one, tenth, rest"],
])("%j is asked otherwise", (args, message) => {
  const { code, stdout, stderr } = cells(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});

test.each([
  [["--env", "dev", "--wave", "sandbox"], "required option '--prometheus <url>' not specified"],
  [
    ["--env", "dev", "--wave", "sandbox", "--prometheus", "http://localhost:1"],
    "--wave: sandbox is the last wave of dev: nothing waits for it",
  ],
  [
    ["--env", "dev", "--wave", "half", "--prometheus", "http://localhost:1"],
    "expected sandbox, one, tenth, rest",
  ],
  [
    ["--env", "dev", "--wave", "one", "--prometheus", "http://localhost:1", "--every", "0"],
    "expected a whole number from 1 to 9999",
  ],
])("bake %j: nothing is watched", (args, message) => {
  const { code, stdout, stderr } = cells("bake", ...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});
