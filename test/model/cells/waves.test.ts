import fc from "fast-check";
import { evenCells } from "../../../model/cells/table";
import { wavesOf } from "../../../model/cells/waves";

const names = (count: number): string[] => evenCells(count).map(({ name }) => name);

test("a change goes to the sandbox, to one more, to a tenth of the fleet and to the rest", () => {
  const waves = wavesOf(names(40)).map(({ name, cells, bakeMinutes }) => [
    ...[name, cells.length, bakeMinutes],
  ]);
  expect(waves).toEqual([
    ["sandbox", 1, 60],
    ["one", 1, 60],
    ["tenth", 4, 60],
    ["rest", 34, 0],
  ]);
});

test("a wave without a cell is not there, and the last one is watched by nobody after it", () => {
  expect(wavesOf(["c01"])).toEqual([{ name: "sandbox", cells: ["c01"], bakeMinutes: 0 }]);
  expect(wavesOf(names(3)).map(({ name }) => name)).toEqual(["sandbox", "one", "tenth"]);
});

test("every cell is in one wave", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (count) => {
      expect(wavesOf(names(count)).flatMap(({ cells }) => cells)).toEqual(names(count));
    }),
  );
});
