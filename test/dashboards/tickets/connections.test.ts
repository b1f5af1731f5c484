import { mostConnections } from "../../../dashboards/tickets/connections";

describe("PostgreSQL takes as many connections as AWS lists", () => {
  test.each([
    ["a unit", { min: 0, max: 1 }, 189],
    ["four units", { min: 1, max: 4 }, 823],
    ["eight units", { min: 0.5, max: 8 }, 1_669],
    ["sixteen units", { min: 1, max: 16 }, 3_360],
    ["thirty-two units", { min: 1, max: 32 }, 5_000],
    ["all there are", { min: 1, max: 256 }, 5_000],
  ])("with %s", (_, capacity, connections) => {
    expect(mostConnections(capacity)).toBe(connections);
  });

  test("and 2,000 at most where it may have half a unit or none", () => {
    expect(mostConnections({ min: 0.5, max: 16 })).toBe(2_000);
    expect(mostConnections({ min: 0, max: 256 })).toBe(2_000);
  });

  test("between two that it lists, what lies between", () => {
    expect(mostConnections({ min: 1, max: 2 })).toBe(400);
    expect(mostConnections({ min: 1, max: 12 })).toBe(2_514);
  });

  test("and no more than with one unit where it may have less", () => {
    expect(mostConnections({ min: 0, max: 0.5 })).toBe(189);
  });
});
