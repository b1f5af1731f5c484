#!/usr/bin/env node
import { createProgram, runProgram } from "./cli/program";
import { runCommand } from "./cli/run";
import { register as addresses } from "./addresses/command";
import { register as annotate } from "./annotate/command";
import { register as budget } from "./budget/command";
import { register as cells } from "./cells/command";
import { register as contracts } from "./contracts/command";
import { register as drift } from "./drift/command";
import { register as gate } from "./gate/command";
import { register as policy } from "./policy/command";
import { register as slo } from "./slo/command";
import { register as state } from "./state/command";

runCommand(() =>
  runProgram(
    createProgram([
      ...[gate, policy, drift, slo, budget, annotate, state, addresses, contracts, cells],
    ]),
    process.argv.slice(2),
  ),
);
