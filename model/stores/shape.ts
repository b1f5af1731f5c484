import { z } from "zod";
import { kindOf } from "../leaves";
import { show } from "../problems";
import { fileStoreShape } from "./file_shape";
import { keyValueShape } from "./key_value_shape";
import { cacheShape, relationalShape } from "./networked_shape";
import { objectStoreShape } from "./object_shape";

/** The shapes of stores by their kind. */
export const storeShape = z.discriminatedUnion(
  "kind",
  [keyValueShape, objectStoreShape, relationalShape, cacheShape, fileStoreShape],
  {
    error: (issue) =>
      typeof issue.input !== "object" || issue.input === null
        ? `expected an object, got ${show(issue.input)}`
        : `expected "keyValue" or "object" or "relational" or "cache" or "file", got ${kindOf(issue.input, "kind")}`,
  },
);
