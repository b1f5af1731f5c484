import { z } from "zod";
import { list, pattern } from "../leaves";
import { LARGEST_NETWORK, SMALLEST_POOL } from "../network/slots";
import { leaf, shape } from "../problems";
import { cellNumber, MOST_CELLS } from "./name";
import { routerShape } from "./router/shape";

const cell = leaf<string>(
  "a cell such as c01, c02 or c100",
  (value) => typeof value === "string" && cellNumber(value) !== undefined,
);

const count = leaf<number>(
  `the names of cells, or how many from 1 to ${MOST_CELLS}`,
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_CELLS,
);

const weight = leaf<number>(
  "a number from 0 to 1000",
  (value) => typeof value === "number" && value >= 0 && value <= 1_000,
);

/** What a router can look up, and a reviewer read. */
const partitionKey = pattern(
  "1 to 128 printable characters without spaces, such as tenant-42",
  /^[\x21-\x7e]{1,128}$/,
);

const prefix = leaf<number>(
  `a whole number from ${LARGEST_NETWORK} to ${SMALLEST_POOL}`,
  (value) =>
    Number.isInteger(value) && Number(value) >= LARGEST_NETWORK && Number(value) <= SMALLEST_POOL,
);

/** What is written under `cells`, field by field. */
export const fleetShape = shape({
  fleet: z.unknown().superRefine((value, context) => {
    const type = Array.isArray(value) ? list(cell, "cells") : count;
    for (const { message, path } of type.safeParse(value).error?.issues ?? [])
      context.addIssue({ code: "custom", message, path: [...path] });
  }),
  weights: z
    .record(cell, weight, { error: () => "expected numbers by cell, such as { c02: 0.5 }" })
    .optional(),
  pinned: z
    .record(partitionKey, cell, {
      error: () => "expected cells by partition key (1 to 128 printable characters without spaces)",
    })
    .optional(),
  sandbox: cell.optional(),
  router: routerShape.optional(),
  networkPrefix: prefix.optional(),
});
