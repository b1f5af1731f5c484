import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import type { PanelSpec } from "../../panel";
import { perSecond } from "../../selectors";
import { flowIn, labelsIn, legendIn, type Tier } from "./tier";

/** What a firewall says of itself, and what is behind it. */
interface Guard {
  readonly allowed: CloudWatchSignal;
  readonly blocked: CloudWatchSignal;
  readonly counted: CloudWatchSignal;
  /** Such as `cache`. */
  readonly behind: string;
}

const EDGE: Guard = {
  allowed: awsSignals.firewallAllowed,
  blocked: awsSignals.firewallBlocked,
  counted: awsSignals.firewallCounted,
  behind: "cache",
};

const CELL: Guard = {
  allowed: awsSignals.cellFirewallAllowed,
  blocked: awsSignals.cellFirewallBlocked,
  counted: awsSignals.cellFirewallCounted,
  behind: "container",
};

/** What CloudWatch says of all rules together. */
const ALL = { dimension_Rule: "ALL" } as const;

const EACH = { dimension_Rule: "!=ALL" } as const;

/** What the firewalls before caches let through and refused, and which of their rules did. */
export const firewallPanels = (tier: Tier): PanelSpec[] => panels(tier, EDGE);

/** The same of the firewall before a cell's load balancer. */
export const cellFirewallPanels = (tier: Tier): PanelSpec[] => panels(tier, CELL);

const panels = (tier: Tier, { allowed, blocked, counted, behind }: Guard): PanelSpec[] => [
  {
    id: tier.id + 1,
    title: "Let through and blocked",
    description: `${allowed.description} Those that it blocked were answered 403 and reached no ${behind}.`,
    unit: "reqps",
    targets: [flowIn(tier, allowed, "let through", ALL), flowIn(tier, blocked, "blocked", ALL)],
  },
  byRule(tier, 2, blocked, "Blocked by rule", "Empty while nothing is blocked."),
  byRule(tier, 3, counted, "Counted by rule", "Look here before the mode is changed to `block`."),
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
