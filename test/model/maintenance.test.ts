import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { settle } from "../../model/settle";
import { onAws, ofDev } from "./fixtures";

const weekly = {
  name: "patching",
  reason: "The databases are patched.",
  weekdays: ["saturday"],
  from: "02:00",
  until: "04:00",
} as const;

test("silence means UTC, and tickets only; a service has its environment's windows and its own", () => {
  const { services } = settle({
    ...dev,
    maintenance: [weekly],
    services: [{ ...orders, maintenance: [{ ...weekly, mutes: "tickets and pages" }] }],
  });
  expect(services[0]!.maintenance).toEqual([
    { ...weekly, id: "dev-patching", timeZone: "UTC", mutes: "tickets" },
    { ...weekly, id: "orders-patching", timeZone: "UTC", mutes: "tickets and pages" },
  ]);
});

test.each([
  [{ ...weekly, from: "2:00" }, '[0].from: expected a time from 00:00 to 23:59, got "2:00"'],
  [
    { ...weekly, from: "22:00" },
    '[0].until: expected a time after 22:00, got "04:00"; what goes past midnight is two windows, one until "24:00" and one from "00:00"',
  ],
  [
    { ...weekly, timeZone: "Europe/Atlantis" },
    '[0].timeZone: expected a time zone such as Europe/Berlin, got "Europe/Atlantis"',
  ],
  [{ ...weekly, weekdays: [] }, "[0].weekdays: expected at least one weekday"],
  [{ ...weekly, date: "2026-02-01" }, "[0]: expected one of weekdays and date, got both"],
  [
    { ...weekly, weekdays: undefined, date: "2026-02-30" },
    '[0].date: expected a day such as 2026-01-31, got "2026-02-30"',
  ],
  [{ ...weekly, weekdays: undefined }, "[0]: expected one of weekdays and date, got none"],
  [
    { ...weekly, mutes: "pages" },
    '[0].mutes: expected "tickets" or "tickets and pages", got "pages"',
  ],
])("%j is refused, of a service and of an environment", (window, message) => {
  expect(onAws("maintenance", [window])).toEqual([`orders.maintenance${message}`]);
  expect(ofDev("maintenance", [window])).toEqual([`dev.maintenance${message}`]);
});

test("two windows of one name are refused", () => {
  expect(onAws("maintenance", [weekly, weekly])).toEqual([
    'orders.maintenance[1].name: expected each name once, got "patching" twice',
  ]);
});
