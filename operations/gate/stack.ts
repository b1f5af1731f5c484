import { STACK_OUTPUT } from "../../model/names";
import { decode, scanObject } from "../../policies/gate/scan";

/**
 * The stack that a plan or a synthesized stack says it is, by its output; without parsing the rest,
 * which may be large. Undefined also for what is neither: the gate says what is wrong with it.
 */
export function stackIn(bytes: Uint8Array): string | undefined {
  try {
    const slices = scanObject(bytes);
    const member = (name: string): unknown => {
      const slice = slices.get(name);
      return slice === undefined ? undefined : decode(bytes, slice);
    };
    return (
      text(at(member("output_changes"), STACK_OUTPUT, "after")) ??
      text(at(member("output"), STACK_OUTPUT, "value")) ??
      text(
        at(
          member("configuration"),
          "root_module",
          "outputs",
          STACK_OUTPUT,
          "expression",
          "constant_value",
        ),
      )
    );
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
