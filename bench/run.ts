/** `npm run bench`: prints what Plinth costs against a peer or the plain way, in one run. Numbers, never a verdict. */
import { benchGate } from "./gate";
import { benchSynth } from "./synth";

const synth = benchSynth();
process.stdout.write(
  [
    `synthesis, CPU seconds per 1,000 resources (${synth.resources} resources, median)`,
    `  plinth       ${synth.plinth}`,
    `  plain cdktf  ${synth.plain}`,
    `  ratio        ${synth.ratio}`,
    "",
  ].join("\n"),
);

const gate = benchGate(process.env["OPA"] ?? "opa", "policies");
process.stdout.write(
  [
    `gate, CPU seconds of a whole process (plan of ${gate.resources} resources, ${gate.megabytes} MB, ${gate.findings} findings on both sides)`,
    `  plinth       ${gate.gateCpu}`,
    `  opa eval     ${gate.opaCpu}`,
    `  ratio        ${gate.ratio}`,
    "",
  ].join("\n"),
);
