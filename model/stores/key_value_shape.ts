import { z } from "zod";
import { oneOf, pattern, shapedBy, some } from "../leaves";
import { leaf, shape } from "../problems";
import { accessShape } from "../store_access";
import { regionShape } from "./regions";

const attributeName = pattern(
  "an attribute name of letters, digits and underscores",
  /^[A-Za-z][A-Za-z0-9_]{0,254}$/,
);

const typedKey = shape({
  name: attributeName,
  type: oneOf("string", "number", "binary").optional(),
});

/** What is no object is taken for a name: its problem says so. */
const key = shapedBy((value) =>
  typeof value === "object" && value !== null ? typedKey : attributeName,
);

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html */
const MOST_HELD = 20;

const heldAttributes = some(attributeName, "attributes", MOST_HELD);

const heldWord = leaf<string>(
  '"all" or "keys" or a list of attributes',
  (value) => value === "all" || value === "keys",
);

const indexShape = shape({
  partitionKey: key,
  sortKey: key.optional(),
  holds: shapedBy((value) => (Array.isArray(value) ? heldAttributes : heldWord)).optional(),
});

export const keyValueShape = shape({
  kind: z.literal("keyValue"),
  partitionKey: key,
  sortKey: key.optional(),
  indexes: z
    .record(z.string(), indexShape, { error: () => "expected an object of indexes by name" })
    .optional(),
  ttlAttribute: attributeName.optional(),
  stream: shape({ view: oneOf("keys", "new", "old", "newAndOld") }).optional(),
  replicate: shape({ to: regionShape }).optional(),
  storageClass: oneOf("standard", "infrequent").optional(),
  deletionProtection: oneOf(true, false).optional(),
  backup: oneOf(true, false).optional(),
  access: accessShape.optional(),
});
