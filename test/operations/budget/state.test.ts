import { burnTiers } from "../../../model/burn";
import { stateOf, worst } from "../../../operations/budget/state";

const tiers = burnTiers("30d");
const calm = { "5m": 0, "1h": 0, "30m": 0, "6h": 0 };

test.each([
  ["nothing was spent", 1, calm, "ok"],
  ["a quarter is left", 0.25, calm, "ok"],
  ["less than a quarter is left", 0.2499, calm, "caution"],
  ["a crumb is left", 0.0001, calm, "caution"],
  ["nothing is left", 0, calm, "frozen"],
  ["more than all is spent", -2, calm, "frozen"],
  ["both windows burn at exactly what pages", 1, { ...calm, "5m": 14.4, "1h": 14.4 }, "ok"],
  ["both windows burn faster than what pages", 1, { ...calm, "5m": 14.5, "1h": 14.5 }, "caution"],
  ["the short window has recovered", 1, { ...calm, "5m": 0, "1h": 14.5 }, "ok"],
  ["the long window is not convinced yet", 1, { ...calm, "5m": 1000, "1h": 14.4 }, "ok"],
  ["the slower page", 1, { ...calm, "30m": 6.1, "6h": 6.1 }, "caution"],
  ["what only files a ticket", 1, { ...calm, "2h": 4, "1d": 4 }, "ok"],
  ["a window without data", 1, { "5m": 20 }, "ok"],
])("%s", (_, remaining, burn, state) => {
  expect(stateOf({ remaining, burn }, tiers)).toBe(state);
});

test("the worst state of several counts; of none, all is well", () => {
  expect(worst(["ok", "frozen", "caution"])).toBe("frozen");
  expect(worst(["ok", "caution"])).toBe("caution");
  expect(worst([])).toBe("ok");
});
