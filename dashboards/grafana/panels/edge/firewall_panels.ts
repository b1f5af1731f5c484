import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import type { PanelSpec } from "../../panel";
import { perSecond } from "../../selectors";
import { flowIn, labelsIn, legendIn, type Tier } from "./tier";

const { firewallAllowed, firewallBlocked, firewallCounted } = awsSignals;

/** What CloudWatch says of all rules together. */
const ALL = { dimension_Rule: "ALL" } as const;

const EACH = { dimension_Rule: "!=ALL" } as const;

/** What the firewall let through and refused, and which of its rules did. */
export const firewallPanels = (tier: Tier): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: "Let through and blocked",
    description: `${firewallAllowed.description} Those that it blocked were answered 403 and reached no cache.`,
    unit: "reqps",
    targets: [
      flowIn(tier, firewallAllowed, "let through", ALL),
      flowIn(tier, firewallBlocked, "blocked", ALL),
    ],
  },
  byRule(tier, 2, firewallBlocked, "Blocked by rule", "Empty while nothing is blocked."),
  byRule(
    tier,
    3,
    firewallCounted,
    "Counted by rule",
    "Look here before the mode is changed to `block`.",
  ),
];

const byRule = (
  tier: Tier,
  number: number,
  signal: CloudWatchSignal,
  title: string,
  advice: string,
): PanelSpec => ({
  id: tier.id + number,
  title,
  description: `${signal.description} ${advice}`,
  unit: "reqps",
  targets: [
    {
      expr: perSecond(signal, tier.of(signal, EACH), labelsIn(tier, signal, "dimension_Rule")),
      legend: legendIn(tier, signal, "{{dimension_Rule}}"),
    },
  ],
});
