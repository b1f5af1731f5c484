import { settle } from "../../../model/settle";
import { dev } from "../../../environments/dev";
import { programOf } from "../../../operations/program";
import { proofsOf, type Proof } from "../../../operations/slo/mutate/proof";
import { mutateRules } from "../../../operations/slo/mutate/run";
import { toolPath } from "../../../tools/find";

const promtool = programOf(toolPath("promtool"));
const proofs = proofsOf(settle(dev));
const named = (name: string): Proof => proofs.find((proof) => proof.name === name)!;

jest.setTimeout(300_000);

test("the tests of the alerts on alerting notice most mistakes in them", async () => {
  const judged = await mutateRules([named("watchdog-dev"), named("alerting-dev")], { promtool });
  const killed = judged.filter(({ fate }) => fate === "killed");
  expect(judged.length).toBeGreaterThan(30);
  expect(killed.length / judged.length).toBeGreaterThanOrEqual(0.9);
});

test("what no test claims is a survivor", async () => {
  const proof = named("watchdog-dev");
  const judged = await mutateRules([{ ...proof, claims: [] }], { promtool });
  expect(new Set(judged.map(({ fate }) => fate))).toEqual(new Set(["survived"]));
});

test("a wrong value is noticed as a wrong alert is", async () => {
  const proof = named("orders-success");
  const claims = proof.claims.filter(({ test: { name } }) => name.includes("every record"));
  expect(claims).toHaveLength(1);
  const judged = await mutateRules([{ ...proof, claims }], { promtool, every: 40 });
  expect(judged.length).toBeGreaterThanOrEqual(10);
  expect(judged.filter(({ fate }) => fate === "killed").length).toBeGreaterThan(2);
});

test("a test that fails without a mistake is an error", async () => {
  const watchdog = named("watchdog-dev");
  const { claims } = named("alerting-dev");
  await expect(mutateRules([{ ...watchdog, claims }], { promtool })).rejects.toThrow(
    /it must pass unchanged: /,
  );
});
