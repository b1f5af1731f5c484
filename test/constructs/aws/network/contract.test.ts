import { NetworkOfEnvironment } from "../../../../constructs/aws/network/contract";
import type { PlatformStack } from "../../../../constructs/stacks/platform_stack";
import { TerraformOutput } from "../../../../constructs/tf";
import type { Zone } from "../../../../model/network/slots";
import { awsNetworkNames } from "../../../../model/names";
import { settle } from "../../../../model/settle";
import { NETWORKED, resource, synthesizeOne } from "../../support/synth";
import { networkOf } from "./support";

const names = awsNetworkNames("dev-net");
const { network: plan } = settle(NETWORKED);

const reader = (stack: PlatformStack) =>
  new NetworkOfEnvironment(stack, "network", { names, plan: plan! });

test("the ids are published under one name, as no secret, and nothing else is", () => {
  const parameter = resource(
    networkOf({ tiers: ["private"], endpoints: ["queues"] }),
    "aws_ssm_parameter.network_contract",
  );
  expect(parameter).toMatchObject({ name: "/plinth/dev-net/network", type: "String" });
  expect(JSON.parse(String(parameter.insecure_value))).toEqual({
    schema: "plinth.network/v1",
    vpc: "${aws_vpc.network.id}",
    subnets: {
      private: {
        a: "${aws_subnet.network_private_a.id}",
        b: "${aws_subnet.network_private_b.id}",
      },
    },
    endpointClients: "${aws_security_group.network_endpoint_clients.id}",
  });
});

test("a network of every tier and zone fits a parameter, which holds 4096 characters", () => {
  const zones: Zone[] = ["a", "b", "c", "d", "e", "f"];
  const text = String(
    resource(networkOf({ zones }), "aws_ssm_parameter.network_contract").insecure_value,
  );
  const asApplied = text.replaceAll(/\$\{[^}]+\}/g, "subnet-0123456789abcdef0");
  expect(asApplied.length).toBeLessThan(4096);
});

test("another stack reads the parameter, and knows each id by tier and zone", () => {
  const json = synthesizeOne((stack) => {
    const network = reader(stack);
    const output = (id: string, value: unknown) => new TerraformOutput(stack, id, { value });
    output("vpc", network.vpcId);
    output("private", network.subnetIds("private"));
    output("first", network.subnetIds("isolated", ["a"]));
    output("clients", network.endpointClientsId);
  });
  expect(json.data?.["aws_ssm_parameter"]?.["network_contract"]).toMatchObject({
    name: "/plinth/dev-net/network",
  });
  const read = "jsondecode(data.aws_ssm_parameter.network_contract.insecure_value)";
  expect(json.output).toMatchObject({
    vpc: { value: `\${${read}.vpc}` },
    private: {
      value: [`\${${read}.subnets.private.a}`, `\${${read}.subnets.private.b}`],
    },
    first: { value: [`\${${read}.subnets.isolated.a}`] },
    clients: { value: `\${${read}.endpointClients}` },
  });
});

test("without interface endpoints there is no group to join", () => {
  synthesizeOne((stack) => {
    const network = new NetworkOfEnvironment(stack, "network", {
      names,
      plan: { ...plan!, endpoints: [] },
    });
    expect(network.endpointClientsId).toBeUndefined();
  });
});

test("a subnet that is not declared is an error at synth", () => {
  synthesizeOne((stack) => {
    expect(() => reader(stack).subnetIds("private", ["c"])).toThrow(
      "test-c01/network: expected a subnet of the private tier in zone c, got none; declare both in the environment's network",
    );
  });
});
