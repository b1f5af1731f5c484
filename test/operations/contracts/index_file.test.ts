import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import { settle } from "../../../model/settle";
import { checkContracts, renderContracts } from "../../../operations/contracts/index_file";
import { repositoryRoot } from "../../../operations/repository";
import { onAws } from "../../model/fixtures";

const environment = (...contracts: string[]) =>
  settle({ ...dev, services: [{ ...orders, contracts }, storefront] });

test("the list of contracts names those that are generated and those that a service names", () => {
  const files = renderContracts(environment("contracts/orders.proto"));
  expect(files.map(({ path }) => path)).toEqual(["openapi/storefront.yaml", "contracts.json"]);
  expect(JSON.parse(files[1]!.text)).toEqual({
    schema: "plinth.contracts/v1",
    environment: "dev",
    contracts: [
      { service: "orders", from: "declared", file: "contracts/orders.proto" },
      { service: "storefront", from: "generated", file: "openapi/storefront.yaml" },
    ],
  });
});

test("a contract must be a file of the repository", () => {
  expect(() => checkContracts(repositoryRoot, [environment("package.json")])).not.toThrow();
  const wrong = environment("package.json", "docs/none.yaml");
  expect(() => checkContracts(repositoryRoot, [wrong, wrong])).toThrow(
    /^orders\.contracts\[1\]: expected a file of the repository, got "docs\/none\.yaml", which is none$/,
  );
});

test.each([
  "orders.txt",
  "/etc/a.proto",
  "../a.proto",
  "a/../../b.proto",
  "a//b.proto",
  ".git/a.json",
  "",
])("no contract: %j", (file) => {
  expect(onAws("contracts", [file])).toEqual([
    `orders.contracts[0]: expected a file of the repository that ends with .proto, .graphql, .graphqls, .gql, .yaml, .yml or .json, such as contracts/orders.proto, got ${JSON.stringify(file)}`,
  ]);
});
