import type { MachineAttributes, Purchase } from "../../../model/workloads/machines/settled";

export interface Bought {
  readonly types: readonly string[];
  readonly attributes?: MachineAttributes | undefined;
  readonly purchase: Purchase;
}

/**
 * From what the machines of a group are mixed; undefined where there is one type at one price, which a launch template says alone.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html
 */
export function mixOf({ types, attributes, purchase }: Bought) {
  const { base, onDemandPercent } = purchase.kind === "instances" ? purchase : ON_DEMAND;
  const takesSpareCapacity = onDemandPercent < 100;
  if (types.length === 1 && !takesSpareCapacity) return undefined;
  return {
    takesSpareCapacity,
    distribution: {
      ...{ onDemandBaseCapacity: base, onDemandPercentageAboveBaseCapacity: onDemandPercent },
      // AWS knows no order among types that attributes stand for.
      onDemandAllocationStrategy: attributes ? "lowest-price" : "prioritized",
      // Of what is least likely to be taken back, the cheapest.
      spotAllocationStrategy: "price-capacity-optimized",
    },
    overrides: attributes
      ? [{ instanceRequirements: requirements(attributes) }]
      : types.map((instanceType) => ({ instanceType })),
  };
}

const ON_DEMAND = { base: 0, onDemandPercent: 100 };

const requirements = ({ cpus, memory }: MachineAttributes) => ({
  ...{ vcpuCount: { ...cpus }, memoryMib: { ...memory } },
  instanceGenerations: ["current"],
  ...{ bareMetal: "excluded", burstablePerformance: "included" },
});
