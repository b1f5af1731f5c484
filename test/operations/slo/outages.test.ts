import { renderOutages } from "../../../operations/slo/outages";
import { reportSlos } from "../../../operations/slo/report";
import { estate } from "../../dashboards/estate";

test("says of each SLO how soon an outage pages and what it has cost by then", () => {
  expect(renderOutages(reportSlos(estate).slos).split("\n")).toEqual([
    "total outage of                               pages after  budget spent by then  in",
    "orders-success (99.9% over 30d)                     2 min                2.315%  dev, prod",
    "orders-freshness (99.5% over 30d)                   5 min                2.315%  dev, prod, dev-gcp",
    "storefront-availability (99.9% over 30d)            1 min                2.315%  dev, prod",
    "storefront-latency (99.5% over 30d)                 5 min                2.315%  dev, prod",
    "checkout-availability (99.9% over 30d)              1 min                2.315%  dev, prod",
    "checkout-latency (99.5% over 30d)                   5 min                2.315%  dev, prod",
    "catalog-images-availability (99.9% over 30d)        1 min                2.315%  dev, prod",
    "catalog-images-cache (95% over 30d)                44 min                2.037%  dev, prod",
    "catalog-images-copy (99.5% over 30d)                5 min                2.315%  dev, prod",
    "orders-success (99.9% over 30d)                     1 min                2.315%  dev-gcp",
  ]);
});

test("says nothing where nothing is promised", () => {
  expect(renderOutages(reportSlos([]).slos)).toBe("");
});
