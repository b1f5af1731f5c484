import { servicesIn } from "../../../model/cells/services";
import { stacksOfCell } from "../../../model/cells/stacks";
import { networkOfCell } from "../../../model/cells/networks";
import { awsNames } from "../../../model/names";
import {
  cellInRegion,
  homeCell,
  isInSecondRegion,
  regionOfCell,
} from "../../../model/regions/name";
import { settle } from "../../../model/settle";
import { inTwo, SINGLE } from "./regions";

const CELL = "c01-us-west-2";

test("a second region is a cell whose name holds it", () => {
  expect(cellInRegion("us-west-2")).toBe(CELL);
  expect(homeCell(CELL)).toBe("c01");
  expect(regionOfCell(CELL)).toBe("us-west-2");
  expect(["c01", "c1000", "$cell"].map(homeCell)).toEqual(["c01", "c1000", "$cell"]);
  expect(["c01", "c02", CELL, "c01-us-gov-west-1"].map(isInSecondRegion)).toEqual([
    ...[false, false, true, true],
  ]);
});

test("a copy of a table is called as the table, all else after the region", () => {
  const names = awsNames({ environment: "prod", cell: CELL, name: "orders" });
  expect(names.table("state")).toBe("prod-c01-orders-state");
  expect(names.queue).toBe("prod-c01-us-west-2-orders-events");
});

test("every default is settled", () => {
  expect(settle(inTwo()).regions).toEqual({
    ...{ first: "us-east-1", second: "us-west-2", mode: "activePassive", cell: CELL },
    services: {
      orders: { host: "orders.dev.example.com", health: undefined, lateSeconds: 1_395 },
      storefront: { host: "storefront.dev.example.com", health: undefined, lateSeconds: undefined },
    },
  });
});

test("the second region has the services that are named, and nothing that stands in a network", () => {
  const network = { pool: "10.32.0.0/16" };
  const environment = settle(inTwo({ services: { orders: {} } }, { ...SINGLE, network }));
  expect(environment.cells).toEqual(["c01", CELL]);
  expect(servicesIn(environment, CELL).map(({ name }) => name)).toEqual(["orders"]);
  expect(servicesIn(environment, "c01").map(({ name }) => name)).toEqual(["orders", "storefront"]);
  expect(stacksOfCell(environment, CELL)).toEqual(["dev-two-c01-us-west-2"]);
  expect(networkOfCell(environment, CELL)).toBeUndefined();
});

test("a service knows in which region it is, and whether it waits there", () => {
  const regionsOf = (environment: Parameters<typeof settle>[0]) => {
    const settled = settle(environment);
    return settled.cells.map((cell) => servicesIn(settled, cell)[0]?.region);
  };
  expect(regionsOf(SINGLE)).toEqual([undefined]);
  expect(regionsOf(inTwo())).toEqual([
    { name: "us-east-1", waits: false },
    { name: "us-west-2", waits: true },
  ]);
  expect(regionsOf(inTwo({ mode: "activeActive" }))[1]).toEqual({
    ...{ name: "us-west-2", waits: false },
  });
});
