import { apply, NO_QUESTIONS } from "./cell";
import { createEstate, type Estate } from "./estate";
import {
  AFTER,
  BEFORE,
  declare,
  declareReader,
  forgetGatewayEndpoints,
  idsIn,
  NETWORK,
  ofType,
  planned,
  READER,
} from "./network";
import { differences, SEEN_IN_THE_NETWORK } from "./needs";
import { story } from "./steps";

const { step } = story("network");

let estate: Estate;
let stood: Readonly<Record<string, string>>;
let ids: Readonly<Record<string, string>>;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
});

step("apply a network of two tiers over two zones", async () => {
  declare(estate, BEFORE);
  await apply(estate, NETWORK);
  stood = ofType(await idsIn(estate), "aws_subnet");
  expect(Object.keys(stood)).toHaveLength(4);
});

step("a second plan is empty", async () => expect(await planned(estate)).toEqual([]));

step(
  "a zone and a tier that join replace nothing, and change no subnet and no address",
  async () => {
    declare(estate, AFTER);
    await estate.must(NETWORK, "init", ...NO_QUESTIONS);
    const plan = await planned(estate);
    expect(plan.filter(({ actions }) => /delete/.test(actions))).toEqual([]);
    const changed = plan
      .filter(({ actions }) => actions !== "create")
      .map(({ address }) => address);
    expect(changed.sort()).toEqual([
      "aws_route.network_routes_private_c_internet",
      "aws_ssm_parameter.network_contract",
      "aws_vpc_endpoint.network_dynamodb",
      "aws_vpc_endpoint.network_s3",
      "aws_vpc_endpoint.network_sqs",
    ]);
  },
);

step("once applied, every subnet that stood has the id that it had", async () => {
  await apply(estate, NETWORK);
  ids = await idsIn(estate);
  expect(ids).toMatchObject(stood);
  expect(Object.keys(ofType(ids, "aws_subnet"))).toHaveLength(9);
  expect(await planned(estate)).toEqual([]);
});

step("another stack reads what the network published", async () => {
  declareReader(estate, AFTER);
  await apply(estate, READER);
  const outputs = JSON.parse(await estate.must(READER, "output", "-json")) as Record<
    string,
    { value: unknown }
  >;
  const of = (tier: string) =>
    ["b", "c", "a"].map((zone) => ids[`aws_subnet.network_${tier}_${zone}`]);
  expect(outputs).toMatchObject({
    vpc: { value: ids["aws_vpc.network"] },
    public: { value: of("public") },
    private: { value: of("private") },
    isolated: { value: of("isolated") },
    clients: { value: ids["aws_security_group.network_endpoint_clients"] },
  });
});

step("destroy leaves nothing", async () => {
  await forgetGatewayEndpoints(estate);
  await estate.must(NETWORK, "destroy", "-auto-approve", ...NO_QUESTIONS);
  expect(await idsIn(estate)).toEqual({});
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_IN_THE_NETWORK)).toEqual([]);
  return Promise.resolve();
});
