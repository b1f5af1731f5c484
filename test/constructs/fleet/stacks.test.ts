import type { SynthesizedStack } from "../../../constructs/synth";
import type { FleetDeclaration } from "../../../model/cells/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { prod } from "../../../environments/prod";
import { orders } from "../../../environments/services/orders";
import { FLEET, fleetOf, withoutApisAtEdge } from "../../model/cells/fleet";
import { GITHUB } from "../support/pipeline";
import { synthesizeAll } from "../support/synth";

const stacksOf = (environment: AwsEnvironment): SynthesizedStack[] => synthesizeAll([environment]);

const alone = stacksOf({ ...prod, services: withoutApisAtEdge(prod.services) });
const fleet = (cells: FleetDeclaration["fleet"]) => stacksOf(fleetOf({ fleet: cells }));
const four = fleet(4);

const ids = (stacks: readonly SynthesizedStack[]): string[] => stacks.map(({ id }) => id);
const byId = (stacks: readonly SynthesizedStack[]) =>
  Object.fromEntries(stacks.map(({ id, json }) => [id, json]));

test("each cell has a stack, and from the second on a stack of its network before it", () => {
  expect(ids(four)).toEqual([
    ...["prod-bootstrap", "prod-network", "prod-observability", "prod-c01"],
    ...["prod-c02-network", "prod-c02", "prod-c03-network", "prod-c03"],
    ...["prod-c04-network", "prod-c04", "prod-edge"],
  ]);
});

test("an environment that becomes a fleet changes nothing in a stack that it had", () => {
  expect(byId(four)).toMatchObject(byId(alone));
  for (const { id, json } of alone) expect(byId(four)[id]).toEqual(json);
});

test("a cell that joins, or leaves from the middle, changes nothing in another stack", () => {
  const [all, others] = [byId(fleet(5)), byId(fleet(["c01", "c03", "c05"]))];
  for (const { id, json } of four) expect(all[id]).toEqual(json);
  for (const [id, json] of Object.entries(others)) expect(all[id]).toEqual(json);
});

test("a cell is the second one under its own name, with a network at its own addresses", () => {
  const texts = byId(four);
  const renamed = JSON.stringify(texts["prod-c02"]).replaceAll("c02", "c03");
  expect(JSON.stringify(texts["prod-c03"])).toBe(renamed);
  const vpc = (id: string) => Object.values(texts[id]?.resource?.["aws_vpc"] ?? {});
  expect(["prod-network", "prod-c02-network", "prod-c04-network"].map(vpc)).toMatchObject([
    [{ cidr_block: "10.48.0.0/16" }],
    [{ cidr_block: "10.49.0.0/16" }],
    [{ cidr_block: "10.51.0.0/16" }],
  ]);
});

test("a cell reads the contract of its own network", () => {
  const { data } = byId(four)["prod-c02"]!;
  expect(data?.["aws_ssm_parameter"]).toMatchObject({
    network_contract: { name: "/plinth/prod/c02/network" },
  });
});

test("a name of another cell is refused, whatever says it", () => {
  const raw = { cloud: "aws", type: "aws_sqs_queue_policy", id: "other" } as const;
  const attributes = { queue_url: "prod-c01-orders-events", policy: "/plinth/prod/c03/network" };
  const services = [{ ...orders, extend: [{ ...raw, attributes }] }];
  expect(() => stacksOf({ ...prod, services, cells: { fleet: 2 } })).toThrow(
    "prod-c01: expected names of cell c01 alone, got prod/c03/network; what several cells use is an environment's, and a setting says {cell} for the name of its own",
  );
  const own = { ...attributes, policy: "/plinth/prod/{cell}/network" };
  const second = [{ ...orders, extend: [{ ...raw, attributes: own }] }];
  expect(() => stacksOf({ ...prod, services: second, cells: { fleet: 2 } })).toThrow(
    "prod-c02: expected names of cell c02 alone, got prod-c01-orders-events; what several cells use is an environment's, and a setting says {cell} for the name of its own",
  );
});

test("a pipeline reaches every cell by one pattern, however many there are", () => {
  const bootstrap = (cells: AwsEnvironment["cells"]) =>
    JSON.stringify(
      stacksOf({ ...FLEET, ...(cells && { cells }), pipeline: GITHUB })[0]?.json.resource,
    );
  expect(bootstrap({ fleet: 2 })).toBe(bootstrap({ fleet: 5 }));
  expect(bootstrap({ fleet: 2 })).toContain("role/dev-fleet-c??-orders-processor");
  // What stands at the edge is called as in the first cell.
  const cells = bootstrap({ fleet: 2 }).match(/dev-fleet-c\d+-[a-z-]*/g) ?? [];
  expect(cells.filter((name) => !name.startsWith("dev-fleet-c01-"))).toEqual([]);
});
