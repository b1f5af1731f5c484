import { readFileSync } from "node:fs";
import path from "node:path";
import { toolNamed, tools } from "../../tools/lib";

const pinFile = { go: "go.mod", python: "requirements.txt" };

function pins(module: string, kind: "go" | "python"): string[] {
  const file = path.join(__dirname, "../../tools", module, pinFile[kind]);
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace("// indirect", "").trim());
}

describe("the catalogue", () => {
  const built = tools
    .filter((tool) => tool.kind !== "path")
    .map((tool) => [tool.name, tool] as const);

  test.each(built)("%s: the version is the one pinned beside it", (_name, tool) => {
    if (tool.kind === "path") throw new Error("only built tools are listed here");
    expect(pins(tool.module ?? "", tool.kind)).toContain(tool.pin);
  });

  test("what the tests need first is built first", () => {
    const order = tools.map((tool) => tool.name);
    expect(order.slice(0, 4)).toEqual(["terraform", "opa", "moto", "ministack"]);
  });

  test("an unknown name lists the known ones", () => {
    const known = tools.map((tool) => tool.name).join(", ");
    expect(() => toolNamed("oppa")).toThrow(`unknown tool "oppa"; known: ${known}`);
  });
});
