import { parse } from "yaml";
import { UserError, messageOf } from "../../../cli/errors";

/** The members of a document in YAML or JSON; undefined where it is no object. @throws UserError where it is neither, naming `where` */
export function parsed(text: string, where: string): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new UserError(`${where}: ${messageOf(error).split("\n")[0]}`);
  }
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
