import { judge } from "../../policies/gate";
import { hiddenBlocks, planWithout } from "./breakages/hidden";
import { file, now, planEditor } from "./fixtures";

const judged = async (plan: unknown) => (await judge([file(plan)], { now })).findings;

test.each(hiddenBlocks())(
  "$id does not deny $address for what may stand in $block",
  async (hidden) => {
    const findings = await judged(planWithout(hidden));
    const own = findings.filter(
      ({ id, address }) => id === hidden.id && address === hidden.address,
    );
    expect(own.filter(({ verdict }) => verdict === "deny")).toEqual([]);
  },
);

describe("a template that is known only after apply", () => {
  const WEB = "google_cloud_run_v2_service.web";
  const withoutTemplate = () => {
    const plan = planEditor("plans/google_run.json");
    plan.hide(WEB, "template");
    return plan;
  };
  const saidBy = async (rule: string, plan: unknown) =>
    (await judged(plan)).filter(({ id }) => id === rule);

  test("leaves open what a rule misses in it", async () => {
    expect(await saidBy("GCP-RUN-001", withoutTemplate().json)).toMatchObject([
      {
        verdict: "undetermined",
        message: `${WEB} cannot be judged: template is known only after apply, or sensitive`,
      },
    ]);
  });

  test("is not asked for what stands elsewhere", async () => {
    const plan = withoutTemplate();
    plan.set(WEB, "scaling", [{ max_instance_count: 5 }]);
    expect(await saidBy("GCP-RUN-001", plan.json)).toEqual([]);
  });
});
