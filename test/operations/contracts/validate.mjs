#!/usr/bin/env node
// Reads a list of OpenAPI documents and prints what is wrong with each.

import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

const documents = JSON.parse(readFileSync(0, "utf8"));
const validator = new Validator();
const found = [];
for (const document of documents) {
  const { valid, errors } = await validator.validate(document);
  found.push(valid ? [] : [errors].flat());
}
process.stdout.write(JSON.stringify(found));
