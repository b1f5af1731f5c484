import { renderEdge } from "../../../dashboards/grafana";
import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { catalogImages } from "../../../environments/services/catalog-images";
import { checkout } from "../../../environments/services/checkout";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import type { ReadBoard } from "../read";
import { OPEN_API } from "../../constructs/support/api_edge";

const boardsOf = (...services: readonly ServiceDeclaration[]): ReadBoard[] =>
  renderEdge(settle({ ...dev, services })).map(({ text }) => JSON.parse(text) as ReadBoard);

const rowsOf = ({ panels }: ReadBoard) =>
  panels.filter(({ type }) => type === "row").map(({ title }) => title);

const shop = {
  ...catalogImages,
  name: "shop",
  workload: { ...catalogImages.workload, host: "shop" },
};

test("shows tier by tier, from the outside in, what the environment has of each", () => {
  expect(rowsOf(boardsOf(orders, storefront, catalogImages)[0]!)).toEqual([
    ...["Firewalls", "Caches", "APIs"],
  ]);
  expect(rowsOf(boardsOf(OPEN_API)[0]!)).toEqual(["APIs"]);
  expect(rowsOf(boardsOf(storefront)[0]!)).toEqual(["Firewalls", "Caches", "APIs"]);
  expect(rowsOf(boardsOf(catalogImages)[0]!)).toEqual(["Firewalls", "Caches"]);
});

test("shows every distribution under its own name, and no other environment's", () => {
  const [board] = boardsOf(catalogImages, shop as ServiceDeclaration);
  const names = "$environment-$cell-catalog-images|$environment-$cell-shop";
  const caches = board!.panels.filter(({ id }) => id > 200 && id < 300);
  expect(caches).toHaveLength(6);
  for (const { targets = [] } of caches)
    for (const { expr, legendFormat } of targets) {
      expect(expr).toContain(`tag_Name=~"${names}"`);
      expect(expr).not.toContain("$region");
      expect(legendFormat).toContain("{{tag_Name}}");
    }
});

test("tells a firewall's rules from all of them together, so that none is counted twice", () => {
  const [board] = boardsOf(catalogImages);
  const rules = board!.panels
    .filter(({ id }) => id > 100 && id < 200)
    .flatMap(({ targets = [] }) =>
      targets.map(({ expr }) => /dimension_Rule!?="ALL"/.exec(expr)?.[0]),
    );
  const [all, each] = ['dimension_Rule="ALL"', 'dimension_Rule!="ALL"'];
  expect(rules).toEqual([all, all, each, each]);
});

test("shows the firewall of a cell's load balancer, which its services share, once", () => {
  const returns = { ...checkout, name: "returns", stores: {} } as ServiceDeclaration;
  const workload = { ...returns.workload, host: "returns" } as ServiceDeclaration["workload"];
  const board = boardsOf(checkout, { ...returns, workload })[0]!;
  expect(rowsOf(board)).toEqual(["Firewall of the load balancer", "Containers"]);
  const selectors = board.panels
    .filter(({ id }) => id > 500 && id < 600)
    .flatMap(({ targets = [] }) =>
      targets.map(({ expr }) => /dimension_WebACL=~"[^"]*", region=~"[^"]*"/.exec(expr)?.[0]),
    );
  expect(selectors).toEqual(
    Array(4).fill('dimension_WebACL=~"$environment-$cell-balancer", region=~"$region"'),
  );
});

test("leads to the boards of all who meet users, and of nobody else", () => {
  const urls = boardsOf(orders, storefront, catalogImages)[0]!.links.map(({ url }) => url);
  const of = (name: string) => `${dev.links.grafana}/d/dev-${name}`;
  expect(urls).toEqual(expect.arrayContaining([of("storefront"), of("catalog-images")]));
  expect(urls).not.toContain(of("orders"));
});

test("is not there where nobody comes from outside", () => {
  expect(boardsOf(orders)).toEqual([]);
  expect(renderEdge(settle(devGcp))).toEqual([]);
});
