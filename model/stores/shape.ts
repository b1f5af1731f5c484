import { z } from "zod";
import { kindOf, oneOf, pattern } from "../leaves";
import { shape, show } from "../problems";
import { accessShape } from "../store_access";
import { cacheShape, relationalShape } from "./networked_shape";
import { objectStoreShape } from "./object_shape";

const attributeName = pattern(
  "an attribute name of letters, digits and underscores",
  /^[A-Za-z][A-Za-z0-9_]{0,254}$/,
);

const keyValueShape = shape({
  kind: z.literal("keyValue"),
  partitionKey: attributeName,
  ttlAttribute: attributeName.optional(),
  deletionProtection: oneOf(true, false).optional(),
  access: accessShape.optional(),
});

/** The shapes of stores by their kind. */
export const storeShape = z.discriminatedUnion(
  "kind",
  [keyValueShape, objectStoreShape, relationalShape, cacheShape],
  {
    error: (issue) =>
      typeof issue.input !== "object" || issue.input === null
        ? `expected an object, got ${show(issue.input)}`
        : `expected "keyValue" or "object" or "relational" or "cache", got ${kindOf(issue.input, "kind")}`,
  },
);
