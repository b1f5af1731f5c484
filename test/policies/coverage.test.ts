import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { coverageOf } from "../../operations/policy/coverage/coverage";
import { coverageData, type CoverageData } from "../../operations/policy/coverage/data";
import { coveragePage } from "../../operations/policy/coverage/page";
import { problemsOf } from "../../operations/policy/coverage/problems";
import { shippedBundle } from "../../policies/gate";
import type { Manifest, Rule } from "../../policies/gate/types";
import { policies } from "./fixtures";

const root = join(policies, "..");
const { manifest } = shippedBundle();
const shipped = coverageData(join(policies, "coverage"));

function problems(data: CoverageData = shipped, of: Manifest = manifest): string[] {
  return problemsOf(coverageOf(data, of), data, of.rules);
}

test("each check of a type of ours is asked by a rule or says why not; each type has its rules", () => {
  expect(problems()).toEqual([]);
});

describe("the types are those that Plinth synthesizes", () => {
  const TELL =
    "add it to policies/coverage/types.yaml, with its rules or the reason why it needs none: policies/coverage/README.md";
  const unknown = (types: Iterable<string>) =>
    [...new Set(types)]
      .filter((type) => !(type in shipped.types))
      .map((type) => `${type}: ${TELL}`);

  test("each that a construct makes", () => {
    expect(unknown(constructedTypes())).toEqual([]);
  });

  test("each of the committed stacks, raw resources too", () => {
    expect(unknown(stackTypes())).toEqual([]);
  });

  test("and no other", () => {
    const made = new Set([...constructedTypes(), ...stackTypes()]);
    expect(Object.keys(shipped.types).filter((type) => !made.has(type))).toEqual([]);
  });
});

/** From the imports: a construct can make what it imports, whether an environment uses it or not. */
function constructedTypes(): string[] {
  const folder = join(root, "constructs");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const imports = files
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").match(PROVIDER_IMPORT) ?? []);
  expect(imports.length).toBeGreaterThan(20);
  return imports.flatMap(typesOf);
}

const PROVIDER_IMPORT = /@cdktf\/provider-(?:aws|google)\/lib\/(?!data-|provider")[a-z0-9-]+/g;

function typesOf(module: string): string[] {
  const classes = Object.values(jest.requireActual<Record<string, unknown>>(module));
  return classes.flatMap((each) => {
    const type = (each as { tfResourceType?: unknown } | undefined)?.tfResourceType;
    return typeof type === "string" ? [type] : [];
  });
}

function stackTypes(): string[] {
  const folder = join(root, "test", "golden", "stacks");
  return readdirSync(folder).flatMap((stack) => {
    const text = readFileSync(join(folder, stack, "cdk.tf.json"), "utf8");
    return Object.keys((JSON.parse(text) as { resource?: object }).resource ?? {});
  });
}

describe("what is missing is named, with the file to write it in", () => {
  const rule = (id: string, fields: Partial<Rule>) =>
    ({ id, title: id, types: [], aliases: [], reads: [], ...fields }) as unknown as Rule;
  const world = (fields: Partial<CoverageData["settled"]["checkov"]>, rules: Rule[] = []) => {
    const none = { version: "1", types: {}, names: {} };
    const data: CoverageData = {
      types: { aws_queue: "rules" },
      facts: {
        checkov: { ...none, types: { aws_queue: ["CKV_2", "CKV_10"], aws_other: ["CKV_7"] } },
        trivy: none,
        "cdk-nag": { ...none, types: { aws_other: ["Long"] }, names: { Long: "L1" } },
      },
      settled: { checkov: fields as CoverageData["settled"]["checkov"], trivy: {}, "cdk-nag": {} },
    };
    const own = rule("AWS-1", { types: ["aws_queue"], aliases: ["CKV_2", "CKV_7", "L1"] });
    return { data, manifest: { rules: [own, ...rules], relations: [] } as unknown as Manifest };
  };
  const settled = {
    CKV_2: { asks: "A." },
    CKV_10: { asks: "B.", notApplicable: "because it is a test's" },
  };
  const told = (fields: object, rules: Rule[] = []) => {
    const { data, manifest: of } = world(fields, rules);
    return problems(data, of);
  };

  test("nothing, where all is settled: by an alias, by another name, of another type", () => {
    expect(told(settled)).toEqual([]);
  });

  test("a check that nobody has read", () => {
    expect(told({ CKV_2: settled.CKV_2 })).toEqual([
      "Checkov's CKV_10, of aws_queue: say in policies/coverage/checkov.yaml what it asks",
    ]);
  });

  test("a check with neither rule nor reason, or with a reason that gives none", () => {
    expect(told({ ...settled, CKV_10: { asks: "B." } })).toEqual([
      "Checkov's CKV_10, of aws_queue: no rule answers it: name it in the aliases of one, or say in policies/coverage/checkov.yaml why it is notApplicable",
    ]);
    expect(told({ ...settled, CKV_10: { asks: "B.", notApplicable: "because" } })).toEqual([
      `Checkov's CKV_10, of aws_queue: notApplicable in policies/coverage/checkov.yaml must give its reason: "because …"`,
    ]);
  });

  test("a check with a rule and a reason", () => {
    expect(told({ ...settled, CKV_2: settled.CKV_10 })).toEqual([
      "Checkov's CKV_2, of aws_queue: AWS-1 answers it: delete its notApplicable in policies/coverage/checkov.yaml",
    ]);
  });

  test("a check that the scanner no longer has", () => {
    expect(told({ ...settled, CKV_3: { asks: "C." } })).toEqual([
      "CKV_3: Checkov has no such check of a type of ours: delete it from policies/coverage/checkov.yaml",
    ]);
  });

  test("an alias that no scanner has", () => {
    expect(told(settled, [rule("AWS-2", { aliases: ["CKV_22"] })])).toEqual([
      "AWS-2: alias CKV_22 is no check that policies/coverage/facts/ knows: spell it as the scanner does",
    ]);
  });

  test("a type without rules of its own, and one that says otherwise", () => {
    const { data, manifest: of } = world(settled);
    const says = (words: string) => ({ ...data, types: { ...data.types, aws_alias: words } });
    expect(problems(says("rules"), of)).toEqual([
      `aws_alias: policies/coverage/types.yaml says that rules judge it, but none does: write one, or say "because …"`,
    ]);
    expect(problems(says("later"), of)).toEqual([
      `aws_alias: policies/coverage/types.yaml must say "rules" or "because …"`,
    ]);
    expect(problems(says("because it only names another"), of)).toEqual([]);
    expect(
      problems({ ...data, types: { aws_queue: "because it only names another" } }, of),
    ).toEqual([`aws_queue: AWS-1 judges it: say "rules" in policies/coverage/types.yaml`]);
  });

  test("rules that every type has in common do not count, rules that read a linked resource do", () => {
    const { data, manifest: of } = world(settled);
    const types = { ...data.types, aws_policy: "rules" };
    const tags = rule("AWS-TAGS-001", { types: ["aws_policy"] });
    expect(problems({ ...data, types }, { ...of, rules: [...of.rules, tags] })).toHaveLength(1);
    const links = rule("AWS-2", { types: ["aws_queue"], reads: [["links", "policies"]] });
    const relations = [
      { name: "policies", on: "to", from: "aws_policy", to: "aws_queue" },
    ] as unknown as Manifest["relations"];
    const linked = { ...of, rules: [...of.rules, links], relations };
    expect(problems({ ...data, types }, linked)).toEqual([]);
  });
});

describe("the page", () => {
  const page = coveragePage(coverageOf(shipped, manifest), shipped);

  test("has a section a type, and a link that lands for each rule", () => {
    for (const type of Object.keys(shipped.types)) expect(page).toContain(`\n### ${type}\n`);
    const links = [...page.matchAll(/\]\(([A-Z0-9-]+\.md)\)/g)].map(([, target]) => target ?? "");
    expect(links.length).toBeGreaterThan(50);
    const docs = join(root, "docs", "policies");
    expect(links.filter((target) => !existsSync(join(docs, target)))).toEqual([]);
  });

  test("says for each check what answers it", () => {
    expect(page).toContain(
      "| CKV_AWS_27 | Checkov | Queues are encrypted at rest. | [AWS-SQS-001](AWS-SQS-001.md) |",
    );
    expect(page).toContain(
      "| DynamoDBInBackupPlan | cdk-nag | Tables are part of a backup plan. | not applicable, because ",
    );
    expect(page).not.toMatch(/undefined|\n\n\n/);
  });

  test("names the checks of other types that rules answer too", () => {
    expect(page).toContain("\n- [GCP-REDIS-001](GCP-REDIS-001.md) CKV_GCP_95, ");
  });
});
