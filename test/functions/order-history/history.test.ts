import { unmarshall } from "@aws-sdk/util-dynamodb";
import { orderHistory } from "../../../functions/order-history/history";
import { PoisonError, type SequencedEvent } from "../../../functions/projection/event";

const event = (type: string, data: object): SequencedEvent => ({
  ...{ id: "order/o-1/1", source: "shop", type, subject: "order/o-1", sequence: 1 },
  data: { order: "o-1", customer: "c-1", ...data },
});

const apply = orderHistory("view");

test("an order that was placed stands under its customer", () => {
  const [write] = apply(event("order.placed", { total: 5 }));
  expect(write?.Put?.TableName).toBe("view");
  expect(unmarshall(write?.Put?.Item ?? {})).toEqual({
    ...{ key: "customer#c-1", sort: "order#o-1", state: "placed", total: 5 },
  });
});

test("one that was cancelled is shown as such", () => {
  const [write] = apply(event("order.cancelled", {}));
  expect(unmarshall(write?.Update?.Key ?? {})).toEqual({ key: "customer#c-1", sort: "order#o-1" });
});

test("an event that says nothing new to customers changes nothing", () => {
  expect(apply(event("order.packed", {}))).toEqual([]);
});

test("what lacks a field that is shown is poison, whose value is not told", () => {
  expect(() => apply(event("order.placed", { total: "5" }))).toThrow(
    new PoisonError("data.total: expected a number"),
  );
  expect(() => apply(event("order.placed", { customer: 7 }))).toThrow(
    new PoisonError("data.customer: expected a string of 1 character or more"),
  );
});
