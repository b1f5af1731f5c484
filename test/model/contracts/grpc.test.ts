import { readContract } from "../../../operations/contracts/files/read";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { isContainerService } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { CONTAINED, SHOP_SERVICE } from "../../constructs/support/synth";

const FILE = "contracts/baskets.proto";

const PROTO = `
syntax = "proto3";
package shop.v1; // of the shop
service Baskets {
  rpc Get(GetRequest) returns (Basket);
  rpc Watch(GetRequest) returns (stream Basket) { option deprecated = true; }
}
service Carts { rpc Get(GetRequest) returns (Basket); }
message GetRequest { string id = 1; }
message Basket { string id = 1; message Item { string id = 1; } repeated Item items = 2; }
`;

const contractsOf = (text: string) => ({ [FILE]: readContract(FILE, text) });

const grpc = (change: object = {}, name = "basket"): ServiceDeclaration => ({
  ...SHOP_SERVICE,
  name,
  workload: { ...SHOP_SERVICE.workload, host: "shop", protocol: "grpc", ...change },
  contracts: [FILE],
});

const environmentOf = (...services: readonly ServiceDeclaration[]): AwsEnvironment => ({
  ...CONTAINED,
  services,
});

const problems = (text: string, ...services: readonly ServiceDeclaration[]): string[] =>
  problemsOf(environmentOf(...services), contractsOf(text)).map(
    ({ path, message }) => `${path}: ${message}`,
  );

function pathsOf(service: ServiceDeclaration): readonly string[] {
  const [settled] = settle(environmentOf(service), {}, contractsOf(PROTO)).services;
  if (settled === undefined || !isContainerService(settled)) throw new Error("no containers");
  return settled.workload.paths;
}

describe("the paths of a container service that speaks gRPC", () => {
  test("are those of the services in its contract", () => {
    expect(pathsOf(grpc())).toEqual(["/shop.v1.Baskets/*", "/shop.v1.Carts/*"]);
  });

  test("are what is declared, where it takes each service", () => {
    const service = grpc({ paths: ["/shop.v1.*"] });
    expect(problems(PROTO, service)).toEqual([]);
    expect(pathsOf(service)).toEqual(["/shop.v1.*"]);
  });

  test("are none where nothing is in front of it, or where it speaks otherwise", () => {
    expect(pathsOf(grpc({ host: undefined }))).toEqual([]);
    expect(pathsOf(grpc({ protocol: "http2" }))).toEqual([]);
  });

  test("keep apart two services of one host", () => {
    const other = { ...grpc({}, "rates"), contracts: [] };
    expect(problems(PROTO, grpc(), other)).toEqual([]);
  });
});

describe("what is wrong with a contract of gRPC", () => {
  test("no file of the repository", () => {
    expect(problemsOf(environmentOf(grpc()))).toEqual([
      {
        path: "basket.contracts[0]",
        message: `expected a file of the repository, got "${FILE}", which is none`,
      },
    ]);
  });

  test.each([
    ["service {", "line 1 has { where a service's name should be"],
    ["syntax = 'proto3';\nservice A { get B }", "line 2 has get where rpc, option or } should be"],
    ["service A { rpc B(C) returns D; }", "line 1 has D where ( should be"],
    ["message A { string a = 1;", "it ends where } should be"],
    [
      "type Query { a: ID }",
      "line 1 has type where a statement such as message or service should be",
    ],
  ])("a text that is none: %j", (text, why) => {
    expect(problems(text, grpc())).toEqual([
      `basket.contracts[0]: expected a .proto file, got "${FILE}": ${why}`,
    ]);
  });

  test("no service in it", () => {
    expect(problems("message A { string a = 1; }", grpc())).toEqual([
      `basket.contracts: expected a \`service\` in a .proto file of a service that speaks gRPC, got none in ${FILE}`,
    ]);
  });

  test("more services than a rule of a load balancer has paths for", () => {
    const five = ["A", "B", "C", "D", "E"].map((name) => `service ${name} {}`).join("\n");
    expect(problems(five, grpc())).toEqual([
      'basket.workload.paths: expected paths that take the 5 services of the contracts together, such as "/shop.v1.*", since a rule of a load balancer has 4 paths at most, got none',
    ]);
  });

  test("a declared path that leaves a service out", () => {
    expect(problems(PROTO, grpc({ paths: ["/shop.v1.Baskets/*"] }))).toEqual([
      'basket.workload.paths: expected a path for each service of the contracts, got ["/shop.v1.Baskets/*"], of which none takes shop.v1.Carts; add "/shop.v1.Carts/*", or leave `paths` out: they follow from the contracts',
    ]);
  });

  test("two services that answer the same calls at one host", () => {
    expect(problems(PROTO, grpc(), grpc({}, "rates"))).toEqual([
      'basket.contracts: expected services of gRPC of its own at "shop", got "/shop.v1.Baskets/*", which rates has',
      'rates.contracts: expected services of gRPC of its own at "shop", got "/shop.v1.Baskets/*", which basket has',
    ]);
  });
});
