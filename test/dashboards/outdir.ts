import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder that is gone after the tests; files are written below it. */
export class Outdir {
  readonly path = mkdtempSync(path.join(tmpdir(), "plinth-dashboards-"));

  write(name: string, text: string): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  writeAll(folder: string, files: ReadonlyMap<string, string>): void {
    for (const [name, text] of files) this.write(path.join(folder, name), text);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a tool to its end; a tool that cannot be started is an error. */
export function run(tool: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const limits = { maxBuffer: 64 * 1024 * 1024, timeout: 900_000 };
    execFile(tool, [...args], limits, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code !== "number") return reject(error);
      resolve({ exitCode: code, output: `${stdout}${stderr}` });
    });
  });
}
