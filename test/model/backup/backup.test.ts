import { devGcp } from "../../../environments/dev-gcp";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import { changed, ofDev } from "../fixtures";

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

const settled = (environment: EnvironmentDeclaration, backup?: unknown) =>
  settle(changed(environment, "backup", backup)).backup;

describe("what is settled", () => {
  test("production copies each day for 35 days and each month for a year, and locks both", () => {
    expect(settled(prod)).toEqual({
      rules: [
        { name: "daily", keepDays: 35 },
        { name: "monthly", keepDays: 365 },
      ],
      ...{ time: "01:00", lock: "governance" },
    });
  });

  test("development copies nothing, unless it says so", () => {
    expect(settled(dev)).toBeUndefined();
    expect(settled(dev, {})).toMatchObject({ lock: "none", time: "01:00" });
  });

  test("what is declared wins over every default", () => {
    expect(settled(prod, "none")).toBeUndefined();
    const backup = { daily: "7d", monthly: "none", time: "22:30", lock: "compliance" };
    expect(settled(prod, backup)).toEqual({
      rules: [{ name: "daily", keepDays: 7 }],
      ...{ time: "22:30", lock: "compliance" },
    });
  });

  test("there is none on Google Cloud", () => {
    expect(settle(devGcp).backup).toBeUndefined();
    expect(messages(changed(devGcp, "backup", {}))).toEqual([
      "dev-gcp.backup: expected no such property; remove it or correct its name",
    ]);
  });
});

describe("what is wrong", () => {
  const keep = 'expected a number of days from "1d" to "36500d", got';
  test.each([
    ["always", "", 'expected { daily, monthly, time, lock } or "none", got "always"'],
    [{ daily: "0d" }, ".daily", `${keep} "0d"`],
    [{ monthly: "36h" }, ".monthly", `${keep} "36h"`],
    [{ time: "25:00" }, ".time", 'expected a time of day in UTC such as "03:00", got "25:00"'],
    [{ lock: "full" }, ".lock", 'expected "governance" or "compliance" or "none", got "full"'],
    [{ weekly: "7d" }, ".weekly", "expected no such property; remove it or correct its name"],
    [
      { daily: "none", monthly: "none" },
      "",
      'expected a copy of each day or of each month, got neither; say "none" in its place',
    ],
    [
      { monthly: "35d" },
      ".monthly",
      'expected more than the "35d" of a day\'s copy, which outlives it otherwise, got "35d"',
    ],
    [
      { lock: "compliance" },
      ".lock",
      'expected "governance" or "none" in an environment of development (dev), which is removed one day: what is kept by "compliance" nobody can delete, got "compliance"',
    ],
  ])("%j", (backup, field, message) => {
    expect(ofDev("backup", backup)).toEqual([`dev.backup${field}: ${message}`]);
  });

  test("a store is in or out", () => {
    const services = [changed(dev.services[0], "stores.state.backup", "daily")] as never;
    expect(messages({ ...dev, services })).toEqual([
      'orders.stores.state.backup: expected true or false, got "daily"',
    ]);
  });
});
