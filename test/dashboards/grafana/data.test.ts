import { renderData } from "../../../dashboards/grafana";
import { dev } from "../../../environments/dev";
import { devGcp } from "../../../environments/dev-gcp";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import type { ServiceDeclaration } from "../../../model/declaration";
import { settle } from "../../../model/settle";
import type { ReadBoard, ReadPanel } from "../read";

const boardsOf = (
  declaration: typeof dev | typeof devGcp,
  ...services: readonly ServiceDeclaration[]
): ReadBoard[] =>
  renderData(settle({ ...declaration, services })).map(({ text }) => JSON.parse(text) as ReadBoard);

const keeping = (name: string, ...stores: readonly string[]): ServiceDeclaration => ({
  ...{ ...storefront, name },
  stores: Object.fromEntries(stores.map((store) => [store, storefront.stores["catalogue"]!])),
});

const numbersOf = ({ panels }: ReadBoard, title: string) =>
  panels.filter((panel) => panel.title.startsWith(`${title}: `)).map(({ id }) => id);

const queriesOf = ({ targets = [] }: ReadPanel): string[] => targets.map(({ expr }) => expr);

const AWS = boardsOf(dev, orders, keeping("shop", "carts", "items"))[0]!;
const GOOGLE = boardsOf(devGcp, orders)[0]!;

test("has a row for each store of each service, below one of all of its kind", () => {
  const rows = ({ panels }: ReadBoard) =>
    panels.filter(({ type }) => type === "row").map(({ title }) => title);
  expect(rows(AWS)).toEqual(["All tables", "orders state", "shop carts", "shop items"]);
  expect(rows(GOOGLE)).toEqual(["All databases", "orders state"]);
});

test("shows of each store its requests, latency and failures by operation, and what it uses up", () => {
  const titles = ({ panels }: ReadBoard) =>
    panels.map(({ title }) => title).filter((title) => title.startsWith("orders state: "));
  const of = (...what: readonly string[]) => what.map((one) => `orders state: ${one}`);
  expect(titles(AWS)).toEqual(of("requests", "latency (p99)", "refused and failed", "capacity"));
  expect(titles(GOOGLE)).toEqual(of("requests", "latency (p99)", "answers", "documents"));
});

test("shows all stores beside one another, by their physical names", () => {
  const [latency, failed, used] = AWS.panels.filter(({ id }) => id > 100 && id < 110);
  const all =
    "$environment-$cell-orders-state|$environment-$cell-shop-carts|$environment-$cell-shop-items";
  const queries = [latency!, failed!, used!].flatMap(queriesOf);
  expect(queries).toHaveLength(5);
  for (const query of queries) {
    expect(query).toContain("by (dimension_TableName)");
    expect(query).toContain(`dimension_TableName=~"${all}"`);
  }
});

test("counts on Google Cloud as failed what was answered with anything but OK", () => {
  const failed = GOOGLE.panels.find(({ id }) => id === 102)!;
  expect(queriesOf(failed)).toEqual([expect.stringContaining('response_code!="OK"')]);
});

test("leads from each panel of a store, and from the top, to the board of its service", () => {
  const url = (name: string) => `${dev.links.grafana}/d/dev-${name}`;
  const own = AWS.panels.filter(({ title }) => title.includes(": "));
  expect(own).toHaveLength(12);
  for (const { title, links = [] } of own)
    expect(links.map((link) => link.url)).toEqual([url(title.split(" ")[0]!)]);
  expect(AWS.links.map((link) => link.url).slice(0, 2)).toEqual([url("orders"), url("shop")]);
});

test("a store's numbers are its own: another service that begins to keep something moves none", () => {
  const before = boardsOf(dev, orders, keeping("cache"), keeping("shop", "items"))[0]!;
  const after = boardsOf(dev, orders, keeping("cache", "keys"), keeping("shop", "items"))[0]!;
  expect(numbersOf(before, "shop items")).toEqual([3001, 3002, 3003, 3004]);
  expect(numbersOf(after, "shop items")).toEqual(numbersOf(before, "shop items"));
});

test("is not there where nothing is kept", () => {
  expect(boardsOf(dev, keeping("calculator"))).toEqual([]);
  expect(boardsOf(dev)).toEqual([]);
});
