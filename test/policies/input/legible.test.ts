import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { judge } from "../../../policies/gate";
import { visible } from "../../../policies/gate/input/legible";
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

test("what is no document is replaced, another for each; all else stays", () => {
  const [one, other] = ["{}x", "{}y"].map((text) => visible({ text }));
  expect(one).not.toEqual(other);
  for (const text of ["[{},]", ' [ {"a":1}] x', "[{"])
    expect(visible({ text })).not.toEqual({ text });
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
