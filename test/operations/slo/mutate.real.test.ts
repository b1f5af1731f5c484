import { dev } from "../../../environments/dev";
import { settle } from "../../../model/settle";
import { programOf } from "../../../operations/program";
import { proofsOf, type Proof } from "../../../operations/slo/mutate/proof";
import { mutateRules } from "../../../operations/slo/mutate/run";
import { toolPath } from "../../../tools/find";

const proofs = proofsOf(settle(dev));
const watchdog = proofs.find(({ name }) => name === "watchdog-dev") as Proof;
const promtool = programOf(toolPath("promtool"));

jest.setTimeout(120_000);

test("a real promtool notices wrong labels, and not what changes nothing", async () => {
  const judged = await mutateRules([watchdog], { promtool });
  const fates = judged.map(({ kind, fate, because }) => [kind, fate, because !== undefined]);
  expect(fates).toEqual([
    ["factor", "survived", true],
    ["factor", "survived", true],
    ["label", "killed", false],
    ["label", "killed", false],
    ["label", "killed", false],
  ]);
});

test("a test that fails as it is notices nothing: it is an error", async () => {
  const claims = watchdog.claims.map(({ test, interval }) => ({
    interval,
    test: { ...test, name: "it never fires", alert_rule_test: silent(test.alert_rule_test) },
  }));
  await expect(mutateRules([{ ...watchdog, claims }], { promtool })).rejects.toThrow(
    "it must pass unchanged: it never fires",
  );
});

const silent = (tests: Proof["claims"][0]["test"]["alert_rule_test"] = []) =>
  tests.map((one) => ({ ...one, exp_alerts: [] }));
