import { z } from "zod";
import { duration, identifier, oneOf, text, whole, wholeDays } from "../leaves";
import { shape } from "../problems";
import { codeFolder } from "../workloads/function_shape";

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
const generated = shape({
  length: whole(16, 4_096).optional(),
  punctuation: oneOf(true, false).optional(),
  version: whole(1, 1_000_000).optional(),
});

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
const rotation = shape({
  code: codeFolder,
  every: wholeDays(1, 1_000),
  random: oneOf(true, false).optional(),
  timeout: duration("1s", "15m").optional(),
});

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
const secret = shape({
  description: text("what the secret opens, in a sentence of at most 500 characters"),
  recoveryWindow: wholeDays(7, 30).optional(),
  generate: generated.optional(),
  rotate: rotation.optional(),
});

/** What is written under `secrets` of a service, field by field. */
export const secretsShape = z.record(identifier, secret, {
  error: () => "expected an object of secrets by name",
});
