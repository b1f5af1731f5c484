import { asObject } from "../json";
import type { Slice } from "../text/scan";
import type { Source } from "../text/source";
import type { Json, JsonObject } from "../types";

/** What to keep of a block of configuration: it is a large part of a plan. */
export type Keep = (block: JsonObject) => Json;

/** `configuration` of a plan. Its blocks are parsed one by one, so that no long text is made of them. */
export function configurationOf(source: Source, slice: Slice, keep: Keep): JsonObject {
  return withMember(source, slice, "root_module", (module) => moduleOf(source, module, keep));
}

function moduleOf(source: Source, slice: Slice, keep: Keep): Json {
  const found: [string, Json][] = [];
  source.each(slice, (name, value) => {
    if (name === "resources") {
      found.push([
        name,
        source.elements(value).map((block) => keep(asObject(source.parse(block)))),
      ]);
    } else if (name === "module_calls") found.push([name, callsOf(source, value, keep)]);
    else found.push([name, source.parse(value)]);
  });
  return Object.fromEntries(found);
}

function callsOf(source: Source, slice: Slice, keep: Keep): Json {
  const found: [string, Json][] = [];
  source.each(slice, (name, value) => {
    const call = withMember(source, value, "module", (module) => moduleOf(source, module, keep));
    found.push([name, call]);
  });
  return Object.fromEntries(found);
}

/** An object that is parsed but for one member. */
function withMember(
  source: Source,
  slice: Slice,
  special: string,
  read: (slice: Slice) => Json,
): JsonObject {
  const found: [string, Json][] = [];
  source.each(slice, (name, value) => {
    found.push([name, name === special ? read(value) : source.parse(value)]);
  });
  return Object.fromEntries(found);
}
