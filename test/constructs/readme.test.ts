import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { inFolder } from "./support/synth";

const root = join(__dirname, "..", "..");

/** Runs the example as a user's app would be run; `cdktf` writes where it is told to. */
function runExample(code: string, outdir: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const load = (name: string): unknown =>
    jest.requireActual(name.startsWith("./") ? join(root, name) : name);
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = outdir;
  try {
    new Function("require", "exports", outputText)(load, {});
  } finally {
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
}

test("the README's example runs in a plain cdktf app and makes a key, two queues and their policies", () => {
  const readme = readFileSync(join(root, "constructs", "README.md"), "utf8");
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  inFolder((outdir) => {
    runExample(code, outdir);
    const file = join(outdir, "stacks", "payments", "cdk.tf.json");
    const { resource } = JSON.parse(readFileSync(file, "utf8")) as { resource: object };
    const counts = Object.entries(resource).map(([type, byName]) => [
      type,
      Object.keys(byName).length,
    ]);
    expect(counts).toEqual([
      ["aws_kms_alias", 1],
      ["aws_kms_key", 1],
      ["aws_sqs_queue", 2],
      ["aws_sqs_queue_policy", 2],
    ]);
  });
});
