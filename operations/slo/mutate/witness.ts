/** Asks promtool whether the generated tests notice a mistake: what is likely to first, and only until one does. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { RuleGroup } from "../../../dashboards/slo/rule_file";
import type { Program } from "../../program";
import type { Mutant } from "./mutations";
import { heardIn, partOf } from "./part";
import type { Claim, Proof } from "./proof";
import { Experience, inSteps, type Step } from "./steps";

/** `invalid` are no rules at all, and is no mutant; `survived` is noticed by no test. */
export type Fate = "killed" | "survived" | "invalid";

type Rules = RuleGroup["rules"];

/** A group with a mistake, and what of it can be other than it should. */
interface Suspect {
  readonly part: ReadonlySet<number>;
  readonly mutant: Mutant;
}

/** What is claimed of one group, and how that is asked. */
export class Witness {
  private readonly steps: readonly Step[];
  private readonly experience = new Experience();
  /** The steps that passed without a mistake, each for the rules that were there. */
  private readonly passed = new Map<string, Promise<void>>();

  constructor(
    private readonly promtool: Program,
    readonly proof: Proof,
  ) {
    this.steps = inSteps(proof.claims);
  }

  /**
   * What becomes of a mistake.
   *
   * @param folder - for the rules and tests that promtool reads
   * @throws Error when a test that notices it fails without it too
   */
  async fateOf(mutant: Mutant, folder: string): Promise<Fate> {
    const { group } = this.proof;
    const suspect = { part: partOf(group, mutant.index, mutant.wrong), mutant };
    const like = [mutant.kind, `${mutant.rule} ${mutant.kind}`];
    for (const step of this.experience.order(this.steps, like)) {
      const fate = await this.ask(suspect, step, folder);
      if (fate === "killed") {
        await this.mustPass(suspect.part, step, folder);
        this.experience.learn(step, like);
      }
      if (fate !== "survived") return fate;
    }
    return "survived";
  }

  private ask({ part, mutant }: Suspect, step: Step, folder: string): Promise<Fate> {
    const { rules } = this.proof.group;
    const wrong = rules.map((rule, at) => (at === mutant.index ? mutant.wrong : rule));
    return this.run(part, step, wrong, folder);
  }

  private mustPass(part: ReadonlySet<number>, step: Step, folder: string): Promise<void> {
    const key = [step.index, ...part].join(" ");
    const known = this.passed.get(key) ?? this.check(part, step, folder);
    this.passed.set(key, known);
    return known;
  }

  private async check(part: ReadonlySet<number>, step: Step, folder: string): Promise<void> {
    const fate = await this.run(part, step, this.proof.group.rules, `${folder}-unchanged`);
    if (fate === "survived") return;
    const names = step.claims.map(({ test }) => test.name).join("; ");
    throw new Error(`it must pass unchanged: ${names}`);
  }

  /** Leaves out what a mistake cannot change, of rules and of tests: most of a group, most of the time. */
  private async run(
    part: ReadonlySet<number>,
    step: Step,
    rules: Rules,
    folder: string,
  ): Promise<Fate> {
    const ofPart = <T>(of: readonly T[]): T[] => of.filter((_, at) => part.has(at));
    const { group } = this.proof;
    const claims = step.claims.flatMap(({ test, interval }): Claim[] => {
      const heard = heardIn(test, ofPart(group.rules), group.rules);
      return heard === undefined ? [] : [{ test: heard, interval }];
    });
    if (claims.length === 0) return "survived";
    return asked(this.promtool, { ...group, rules: ofPart(rules) }, claims, folder);
  }
}

/** What promtool names of a test that fails; of rules that it cannot read it names the file. */
const FAILED_TEST = /^ {4}(name|alertname|expr): /m;

const yaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

async function asked(
  promtool: Program,
  group: RuleGroup,
  claims: readonly Claim[],
  folder: string,
): Promise<Fate> {
  mkdirSync(folder, { recursive: true });
  const tests = claims.map(({ test }) => test);
  const evaluation_interval = claims[0]?.interval;
  writeFileSync(join(folder, "rules.yaml"), yaml({ groups: [group] }));
  writeFileSync(
    join(folder, "tests.yaml"),
    yaml({ rule_files: ["rules.yaml"], evaluation_interval, tests }),
  );
  const { stdout, stderr, code } = await promtool(["test", "rules", "tests.yaml"], folder);
  rmSync(folder, { recursive: true });
  if (code === 0) return "survived";
  return FAILED_TEST.test(`${stdout}${stderr}`) ? "killed" : "invalid";
}
