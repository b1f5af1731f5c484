import { z } from "zod";
import { isText, list, oneOf } from "../leaves";
import { leaf, shape } from "../problems";

/**
 * A schema in JSON Schema 2020-12, as a plain object; OpenAPI 3.1 takes it as it is. Without `$ref`: what several places
 * share is a constant of the file.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

const count = leaf<number>(
  "a whole number, 0 or more",
  (value) => Number.isInteger(value) && Number(value) >= 0,
);

const number = leaf<number>("a number", Number.isFinite);
const flag = oneOf(true, false);
const words = leaf<string>("a text", isText);
const anything = z.unknown();

const names = leaf<readonly string[]>(
  "a list of names, each once",
  (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length,
);

const regex = leaf<string>("a regular expression", (value) => {
  try {
    return isText(value) && new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
});

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

const type = leaf<string | readonly string[]>(
  `one or a list of ${TYPES.map((name) => JSON.stringify(name)).join(", ")}`,
  (value) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.length > 0 && all.every((one) => isText(one) && TYPES.includes(one));
  },
);

/** A schema within a schema; `true` takes everything, `false` nothing. */
const inner: z.ZodType = z.preprocess(
  (value) => (typeof value === "boolean" ? {} : value),
  z.lazy(() => jsonSchema),
);

const byName = z.record(z.string(), inner, {
  error: () => "expected an object of schemas by name",
});
const schemas = list(inner, "schemas").refine((value) => value.length > 0, {
  error: () => "expected a list of schemas, got none",
});

const said = {
  title: words,
  description: words,
  $comment: words,
  default: anything,
  examples: list(anything, "examples"),
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
  format: words,
  contentEncoding: words,
  contentMediaType: words,
};

const bounds = {
  multipleOf: number,
  maximum: number,
  exclusiveMaximum: number,
  minimum: number,
  exclusiveMinimum: number,
  maxLength: count,
  minLength: count,
  pattern: regex,
  maxItems: count,
  minItems: count,
  uniqueItems: flag,
  maxContains: count,
  minContains: count,
  maxProperties: count,
  minProperties: count,
};

const parts = {
  items: inner,
  prefixItems: schemas,
  contains: inner,
  unevaluatedItems: inner,
  properties: byName,
  patternProperties: byName,
  additionalProperties: inner,
  propertyNames: inner,
  unevaluatedProperties: inner,
  dependentSchemas: byName,
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: inner,
  if: inner,
  then: inner,
  else: inner,
};

/** A keyword that there is not would be ignored without a word by whoever reads the schema. */
export const jsonSchema: z.ZodType = shape({
  type,
  enum: list(anything, "values"),
  const: anything,
  required: names,
  dependentRequired: z.record(z.string(), names, {
    error: () => "expected an object of lists of names",
  }),
  ...said,
  ...bounds,
  ...parts,
}).partial();
