import { dev } from "../../environments/dev";
import type { FreezeException } from "../../model/gate/exemptions";
import { problemsOf, settle } from "../../model/settle";
import { renderExemptions } from "../../operations/exemptions";
import { readFreezeExceptions } from "../../policies/gate/freeze/exceptions";

const signed = {
  service: "orders",
  intent: "security",
  owner: "ada",
  approver: "grace",
  reason: "CVE",
  ticket: "SEC-1",
  granted: "2026-01-15",
  expires: "2026-01-22",
} as const;
const said = (changes: object) =>
  problemsOf({ ...dev, freezeExceptions: [{ ...signed, ...changes } as FreezeException] }).map(
    ({ path, message }) => `${path}: ${message}`,
  );
const AT = "dev.freezeExceptions[0]";

test("two people, one place, an intent, and 7 days at most", () => {
  expect(said({})).toEqual([]);
  expect(said({ service: undefined, stack: "dev-c01", intent: "p0" })).toEqual([]);
  expect(said({ approver: "Ada " })).toEqual([
    `${AT}.approver: expected somebody else than the owner, got "Ada "`,
  ]);
  expect(said({ stack: "dev-c01" })).toEqual([
    `${AT}: expected one of service and stack, got both`,
  ]);
  expect(said({ service: undefined })).toEqual([
    `${AT}: expected one of service and stack, got none`,
  ]);
  expect(said({ service: "billing" })).toEqual([
    `${AT}.service: expected a service of the environment dev (orders, storefront, checkout, catalog-images), got "billing"`,
  ]);
  expect(said({ expires: "2026-01-23" })).toEqual([
    `${AT}.expires: expected a day at most 7 days after 2026-01-15, got "2026-01-23"`,
  ]);
  expect(said({ expires: "2026-01-14" })).toHaveLength(1);
  expect(said({ intent: "feature" })).toEqual([
    `${AT}.intent: expected "security" or "p0", got "feature"`,
  ]);
});

test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", 7])("%s is no day", (day) => {
  expect(said({ granted: day })[0]).toMatch(/granted: expected a day such as 2026-01-31, got /);
});

test("what is rendered is what the gate reads", () => {
  const { text } = renderExemptions(settle({ ...dev, freezeExceptions: [signed] }));
  const { service, ...rest } = signed;
  expect(readFreezeExceptions(Buffer.from(text))).toEqual([{ ...rest, of: { service } }]);
  expect(readFreezeExceptions(Buffer.from(renderExemptions(settle(dev)).text))).toEqual([]);
});
