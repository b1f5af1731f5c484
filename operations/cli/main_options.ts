import { Command } from "commander";

export interface MainOptions {
  /** Where cdktf writes the stacks. */
  readonly outdir: string;
  /** Where rules, boards and runbooks go, a folder an environment. */
  readonly output: string;
  /** Stop after writing: `cdktf synth` runs the main job and prints what it likes. */
  readonly synthOnly: boolean;
}

/** The flags of the main job; `npm start -- --help` shows them. */
export function parseMainOptions(argv: readonly string[]): MainOptions {
  const command = new Command("npm start --")
    .description(
      "Synthesize every environment, render rules, boards and runbooks, and judge the stacks.",
    )
    .option(
      "--outdir <folder>",
      "where cdktf writes the stacks",
      process.env.CDKTF_OUTDIR ?? "cdktf.out",
    )
    .option("--output <folder>", "where everything else is written", "out")
    .option("--synth-only", "write, and neither judge nor print", false)
    .addHelpText("after", "\nExit codes: 0 pass, 2 denied, 1 could not build or judge.")
    .exitOverride();
  return command.parse([...argv], { from: "user" }).opts<MainOptions>();
}
