import { dev } from "../../environments/dev";
import { DeclarationError } from "../../model/problems";
import { settle } from "../../model/settle";
import { checkEnforcement } from "../../operations/enforcement";
import { findEnvironment, settingOf } from "../../operations/gate/settings";

const named = (...ids: string[]) =>
  settle({
    ...dev,
    enforcement: { rules: Object.fromEntries(ids.map((id) => [id, { level: "hard" as const }])) },
  });

test("an environment may name any rule there is, and none that there is not", () => {
  expect(() => checkEnforcement([settle(dev), named("AWS-SQS-001", "AWS-IAM-001")])).not.toThrow();
  const wrong = () => checkEnforcement([named("AWS-SQS-001", "AWS-SQS-999"), named("OWN-001")]);
  expect(wrong).toThrow(DeclarationError);
  expect(wrong).toThrow(
    'dev.enforcement.rules.AWS-SQS-999: expected a rule of docs/policies/README.md, or of the policy that environments/index.ts names, got "AWS-SQS-999"\ndev.enforcement.rules.OWN-001: expected',
  );
});

test("a stack is judged by the setting of its environment, one of nowhere by the rules' own", () => {
  expect(settingOf(findEnvironment("prod"))).toEqual({ undetermined: "deny", enforcement: {} });
  expect(settingOf(undefined)).toEqual({ undetermined: "warn", enforcement: {} });
  expect(settingOf(named("AWS-SQS-001")).enforcement).toEqual({
    rules: { "AWS-SQS-001": { level: "hard" } },
  });
});
