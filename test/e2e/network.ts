import { NetworkOfEnvironment } from "../../constructs/aws/network/contract";
import { TerraformOutput } from "../../constructs/tf";
import type { TerraformJson } from "../../constructs/terraform_json";
import type { NetworkDeclaration } from "../../model/network/declaration";
import { awsNetworkNames } from "../../model/names";
import { settle } from "../../model/settle";
import { NETWORKED, synthesizeAll, synthesizeOne } from "../constructs/support/synth";
import { NO_QUESTIONS } from "./cell";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

export const NETWORK = "dev-net-network";
export const READER = "reader";

const declared = (network: Partial<NetworkDeclaration>) => ({
  ...NETWORKED,
  network: { ...NETWORKED.network, ...network },
});

/** What stands first, and what it grows to: a zone, a tier, gateways and an endpoint join. */
export const BEFORE: Partial<NetworkDeclaration> = {
  ...{ zones: ["b", "c"], tiers: ["public", "private"], nat: "single", ipv6: false },
  endpoints: ["queues"],
};
export const AFTER: Partial<NetworkDeclaration> = {
  ...BEFORE,
  ...{ zones: ["b", "c", "a"], tiers: ["isolated", "public", "private"], nat: "perZone" },
  endpoints: ["images", "queues"],
};

export const networkStack = (network: Partial<NetworkDeclaration>): TerraformJson =>
  synthesizeAll([declared(network)]).find(({ id }) => id === NETWORK)!.json;

/** Synthesizes the network's stack over what was there. */
export const declare = (estate: Estate, network: Partial<NetworkDeclaration>): void =>
  writeStack(estate, NETWORK, networkStack(network));

/** A stack of its own, which knows of the network what its contract says. */
export function declareReader(estate: Estate, network: Partial<NetworkDeclaration>): void {
  const plan = settle(declared(network)).network!;
  const json = synthesizeOne((stack) => {
    const names = awsNetworkNames(NETWORKED.name);
    const read = new NetworkOfEnvironment(stack, "network", { names, plan });
    const output = (id: string, value: unknown) => new TerraformOutput(stack, id, { value });
    output("vpc", read.vpcId);
    for (const tier of plan.tiers) output(tier, read.subnetIds(tier));
    output("clients", read.endpointClientsId);
  });
  writeStack(estate, READER, json);
}

export interface Change {
  readonly address: string;
  readonly actions: string;
}

interface PlannedChange {
  readonly address: string;
  readonly change: { readonly actions: readonly string[] };
}

/** What a plan would change, without what it leaves as it is. */
export async function planned(estate: Estate): Promise<readonly Change[]> {
  await estate.must(NETWORK, "plan", "-out=plan.bin", ...NO_QUESTIONS);
  const { resource_changes } = JSON.parse(
    await estate.must(NETWORK, "show", "-json", "plan.bin"),
  ) as { resource_changes: PlannedChange[] };
  return resource_changes
    .map(({ address, change }) => ({ address, actions: change.actions.join() }))
    .filter(({ actions }) => actions !== "no-op");
}

/** moto refuses to delete a gateway endpoint that was given another table after it was made. */
export async function forgetGatewayEndpoints(estate: Estate): Promise<void> {
  const addresses = ["dynamodb", "s3"].map((service) => `aws_vpc_endpoint.network_${service}`);
  await estate.must(NETWORK, "state", "rm", ...addresses);
}

/** The ids of the state's resources, by their addresses. */
export async function idsIn(estate: Estate): Promise<Readonly<Record<string, string>>> {
  const { values } = JSON.parse(await estate.must(NETWORK, "show", "-json")) as {
    values?: { root_module: { resources: { address: string; values: { id: string } }[] } };
  };
  const resources = values?.root_module.resources ?? [];
  return Object.fromEntries(resources.map(({ address, values: { id } }) => [address, id]));
}

/** Those of one type. */
export const ofType = (ids: Readonly<Record<string, string>>, type: string) =>
  Object.fromEntries(Object.entries(ids).filter(([address]) => address.startsWith(`${type}.`)));
