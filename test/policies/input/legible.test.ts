import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { judge } from "../../../policies/gate";
import { asWritten, visible } from "../../../policies/gate/input/legible";
import { file, now, planEditor, policies, synthEditor } from "../fixtures";

const ODD = [
  ...["true1", "0x", "01", "null null", "1.", '"\\ud800"', "{", "{}{}", '{"a":1} x'],
  ...['{"Statement":[1,]}', '{"Statement":{"Effect":"Allow"}}${x}', ' {"Statement":01}'],
];

test.each(ODD)("a policy that is no document is told, at both stages: %j", async (text) => {
  for (const editor of [planEditor("plans/aws.json"), synthEditor("gate/aws.tf.json")]) {
    editor.set("aws_iam_role_policy.role", "policy", text);
    const { findings } = await judge([file(editor.json)], { now });
    const said = findings.filter(({ id }) => id === "AWS-IAM-001");
    expect(said.map(({ address }) => address)).toEqual(["aws_iam_role_policy.role"]);
  }
});

test("half a pair in a document stops nobody", async () => {
  const plan = planEditor("plans/aws.json");
  const text = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"\\ud83d\\ude00\\ud800"}]}';
  plan.set("aws_iam_role_policy.role", "policy", text);
  const { findings } = await judge([file(plan.json)], { now });
  expect(findings.map(({ message }) => message)).toContain("aws_iam_role_policy.role allows *");
});

test("a message shows a text that is no document as it stands in the plan", async () => {
  const plan = planEditor("plans/aws_data.json");
  plan.remove("aws_appautoscaling_policy.counters");
  plan.set("aws_appautoscaling_target.counters", "resource_id", "[{");
  const { findings } = await judge([file(plan.json)], { now });
  expect(findings.map(({ message }) => message)).toContain(
    "aws_appautoscaling_target.counters is never told to scale [{ (aws_appautoscaling_policy)",
  );
});

test("what is no document is marked behind its first brace; all else stays", () => {
  for (const text of ["{}x", "[{},]", ' [ {"a":1}] x', "[{", " {"]) {
    const marked = visible(text) as string;
    expect(marked).toBe(text.replace("{", "{\ufdd0"));
    expect(asWritten(`reads ${marked}`)).toBe(`reads ${text}`);
  }
  const texts = [
    "",
    "orders",
    "01",
    '{"a":"\\ud83d\\ude00"}',
    ' {"a":"${b.c}"}',
    "[1,]",
    '[{"a":1}]',
  ];
  expect(visible({ texts, none: null, list: [null] })).toEqual({ texts, list: [null] });
});

test("one place asks the JSON reader of the Wasm", () => {
  const asks = readdirSync(policies, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego"))
    .filter((name) =>
      /json\.(unmarshal|is_valid)/.test(readFileSync(join(policies, name), "utf8")),
    );
  expect(asks.sort()).toEqual(["lib/text.rego"]);
});
