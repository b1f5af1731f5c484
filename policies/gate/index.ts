/** The policy gate: compiled Rego in, a verdict out. Reads nothing but the Wasm it ships with. */
export { loadBundle, shippedBundle } from "./bundle";
export type { Bundle } from "./bundle";
export type { JudgementCache } from "./cache";
export type { Enforcement, RuleSetting } from "./rules/enforcement";
export { CannotJudge } from "./errors";
export { environmentOf } from "./expected";
export { readExemptions } from "./exemptions/exemptions";
export type { Exemption, ExemptionsFile } from "./exemptions/exemptions";
export { isPlan, stackOf } from "./input/input";
export { judge } from "./judge";
export { INTENTS } from "./freeze/freeze";
export type { Intent } from "./freeze/freeze";
export type { JudgeOptions, ReleaseOptions } from "./judge";
export type {
  Finding,
  GateFile,
  JudgedFile,
  Level,
  Manifest,
  Rule,
  Severity,
  Stage,
  Verdict,
} from "./types";
export { exitCodeOf } from "./verdict/verdict";
export { parseVerdict, verify } from "./verdict/verify";
export type { Verification, VerifyOptions } from "./verdict/verify";
