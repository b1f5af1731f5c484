import { renderRunbooks } from "../../dashboards/runbooks";
import { slosOf } from "../../dashboards/slo/slo";
import { dev } from "../../environments/dev";
import { storefront } from "../../environments/services/storefront";
import type { ServiceDeclaration } from "../../model/declaration";
import type { EnvironmentDeclaration } from "../../model/environment";
import { settle } from "../../model/settle";
import {
  boxOf,
  PROMISING,
  PROMISING_MACHINES,
  rolled,
  rolledApi,
} from "../constructs/support/rollout";

/** What the first runbook of a service says under "Rollback". */
function rollback(declared: ServiceDeclaration, around: EnvironmentDeclaration = dev): string {
  const environment = settle({ ...around, services: [declared] });
  const slos = environment.services.flatMap((service) => slosOf(service, environment));
  const [page] = renderRunbooks(slos, environment);
  const [, text = ""] = /## Rollback\n\n([\s\S]*?)\n## /.exec(page?.text ?? "") ?? [];
  return text;
}

test("of a canary, one sentence says what takes it back, and commands how a person does", () => {
  const text = rollback(rolledApi({ strategy: "canary" }));
  expect(text).toContain(
    "A rollout that is under way is taken back by CodeDeploy itself when one of `dev-c01-storefront-availability-burn`, `dev-c01-storefront-latency-burn` rings.\n",
  );
  expect(text).toContain(
    [
      "aws deploy list-deployments --region us-east-1 --application-name dev-c01-storefront-handler --deployment-group-name dev-c01-storefront-handler --include-only-statuses InProgress",
      "aws deploy stop-deployment --region us-east-1 --deployment-id ID --auto-rollback-enabled",
    ].join("\n"),
  );
  expect(text).toContain(
    "aws lambda update-alias --region us-east-1 --function-name dev-c01-storefront-handler --name live --function-version VERSION --routing-config 'AdditionalVersionWeights={}'",
  );
  expect(text).not.toContain("npx cdktf apply");
});

test.each([
  ["ECS", PROMISING],
  ["EC2 Auto Scaling", PROMISING_MACHINES],
])("%s takes back what it replaces", (by, service) => {
  const at = `dev-box-c01-${service.name}`;
  expect(rollback(rolled(service, { strategy: "rolling" }), boxOf())).toContain(
    `A rollout that is under way is taken back by ${by} itself when one of \`${at}-answered-burn\`, \`${at}-fast-burn\` rings.\n`,
  );
});

test("of one alarm the sentence names that one", () => {
  expect(rollback(rolledApi({ strategy: "canary", objectives: ["latency"] }))).toContain(
    "itself when `dev-c01-storefront-latency-burn` rings.\n",
  );
});

test("without a rollout nothing is said of one", () => {
  expect(rollback(storefront)).not.toContain("rollout");
});
