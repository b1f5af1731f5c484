import type { BurnTier } from "../../model/burn";
import { receiverName } from "../slo/alertmanager";
import type { Slo } from "../slo/slo";

/** A tier as OpenSLO can say it: one burn rate over one window. */
export function alertPolicy(slo: Slo, tier: BurnTier) {
  const name = `${slo.id}-${tier.name}`;
  return {
    kind: "AlertPolicy",
    metadata: { name, annotations: { runbook_url: slo.runbookUrl("ErrorBudgetBurn") } },
    spec: {
      alertWhenBreaching: true,
      alertWhenResolved: true,
      conditions: [{ kind: "AlertCondition", metadata: { name }, spec: condition(tier) }],
      notificationTargets: [notificationTarget(slo, tier)],
    },
  };
}

const condition = (tier: BurnTier) => ({
  description: `${tier.budgetPercent.toFixed()}% of the budget is spent when the whole window burns so.`,
  severity: tier.severity,
  condition: {
    kind: "burnrate",
    op: "gt",
    threshold: tier.factor.toNumber(),
    lookbackWindow: tier.longWindow,
  },
});

const notificationTarget = ({ service }: Slo, { severity }: BurnTier) => ({
  kind: "AlertNotificationTarget",
  metadata: { name: receiverName(service.owner.team, severity) },
  spec: { description: "The receiver of this name in alertmanager.yaml.", target: "webhook" },
});
