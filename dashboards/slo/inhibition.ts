import { TIER_NAMES } from "../../model/burn";
import type { Service } from "../../model/service";

/** Which alerts keep which others silent for as long as they fire; what is silent is still counted. */
export const inhibitRules = (services: readonly Service[]) => [
  ...tierRules(),
  ...services.flatMap((service) => dependencyRules(service, services)),
];

/** A faster tier's alert says all that a slower one of the same SLO would. */
const tierRules = () =>
  TIER_NAMES.slice(0, -1).map((name, index) => ({
    source_matchers: [`burn_tier="${name}"`],
    target_matchers: [`burn_tier=~"${TIER_NAMES.slice(index + 1).join("|")}"`],
    equal: ["sloth_id", "environment", "cell"],
  }));

/**
 * While somebody is paged for what a service cannot work without, its own burn tickets would tell of the same; what
 * burns on afterwards becomes a ticket then. Its pages are not silenced: they may have a cause of their own.
 */
function dependencyRules(service: Service, services: readonly Service[]) {
  const upstream = upstreamOf(service, services);
  if (upstream.length === 0) return [];
  return [
    {
      source_matchers: [`severity="page"`, `sloth_service=~"${upstream.join("|")}"`],
      target_matchers: [
        `severity="ticket"`,
        `burn_tier=~"${TIER_NAMES.join("|")}"`,
        `sloth_service="${service.name}"`,
      ],
      equal: ["environment", "cell"],
    },
  ];
}

/** What a service cannot work without, at any remove, by name. */
function upstreamOf({ name, dependsOn }: Service, services: readonly Service[]): string[] {
  const found = new Set(dependsOn);
  for (const each of found) {
    const next = services.find((service) => service.name === each)?.dependsOn ?? [];
    next.forEach((one) => found.add(one));
  }
  found.delete(name);
  return [...found].sort();
}
