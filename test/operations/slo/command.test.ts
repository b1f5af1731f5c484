import { plinth } from "../cli/plinth";

jest.setTimeout(60_000);

test("every SLO of an environment is shown, its tiers fastest first", () => {
  const { code, stdout, stderr } = plinth(["slo", "--env", "dev"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`\
dev-c01 orders-success: 99.9% of events over 30d
  budget: 0.1%, 12,960 bad events
  tier    severity  windows     factor  above   at least  spent  gone in
  fast    page      5m and 1h     14.4  1.44%   3 events     2%      50h
  slow    page      30m and 6h       6   0.6%   7 events     5%       5d
  steady  ticket    2h and 1d        3   0.3%  13 events    10%      10d
  drip    ticket    6h and 3d        1   0.1%  13 events    10%      30d
  total outage: pages after 2 min, 2.315% of the budget counted as spent by then

dev-c01 orders-freshness: 99.5% of minutes over 30d
  budget: 0.5%, 216 bad minutes
  tier    severity  windows     factor  above    at least  spent  gone in
  fast    page      5m and 1h     14.4   7.2%   5 minutes     2%      50h
  slow    page      30m and 6h       6     3%  11 minutes     5%       5d
  steady  ticket    2h and 1d        3   1.5%  22 minutes    10%      10d
  drip    ticket    6h and 3d        1   0.5%  22 minutes    10%      30d
  total outage: pages after 5 min, 2.315% of the budget counted as spent by then

dev-c01 storefront-availability: 99.9% of requests over 30d
  budget: 0.1%, 51,840 bad requests
  tier    severity  windows     factor  above     at least  spent  gone in
  fast    page      5m and 1h     14.4  1.44%  11 requests     2%      50h
  slow    page      30m and 6h       6   0.6%  26 requests     5%       5d
  steady  ticket    2h and 1d        3   0.3%  52 requests    10%      10d
  drip    ticket    6h and 3d        1   0.1%  52 requests    10%      30d
  total outage: pages after 1 min, 2.315% of the budget counted as spent by then

dev-c01 storefront-latency: 99.5% of minutes over 30d
  budget: 0.5%, 216 bad minutes
  tier    severity  windows     factor  above    at least  spent  gone in
  fast    page      5m and 1h     14.4   7.2%   5 minutes     2%      50h
  slow    page      30m and 6h       6     3%  11 minutes     5%       5d
  steady  ticket    2h and 1d        3   1.5%  22 minutes    10%      10d
  drip    ticket    6h and 3d        1   0.5%  22 minutes    10%      30d
  total outage: pages after 5 min, 2.315% of the budget counted as spent by then

dev-c01 checkout-availability: 99.9% of requests over 30d
  budget: 0.1%, 25,920 bad requests
  tier    severity  windows     factor  above     at least  spent  gone in
  fast    page      5m and 1h     14.4  1.44%   6 requests     2%      50h
  slow    page      30m and 6h       6   0.6%  13 requests     5%       5d
  steady  ticket    2h and 1d        3   0.3%  26 requests    10%      10d
  drip    ticket    6h and 3d        1   0.1%  26 requests    10%      30d
  total outage: pages after 1 min, 2.315% of the budget counted as spent by then

dev-c01 checkout-latency: 99.5% of minutes over 30d
  budget: 0.5%, 216 bad minutes
  tier    severity  windows     factor  above    at least  spent  gone in
  fast    page      5m and 1h     14.4   7.2%   5 minutes     2%      50h
  slow    page      30m and 6h       6     3%  11 minutes     5%       5d
  steady  ticket    2h and 1d        3   1.5%  22 minutes    10%      10d
  drip    ticket    6h and 3d        1   0.5%  22 minutes    10%      30d
  total outage: pages after 5 min, 2.315% of the budget counted as spent by then

dev-c01 catalog-images-availability: 99.9% of requests over 30d
  budget: 0.1%, 259,200 bad requests
  tier    severity  windows     factor  above      at least  spent  gone in
  fast    page      5m and 1h     14.4  1.44%   52 requests     2%      50h
  slow    page      30m and 6h       6   0.6%  130 requests     5%       5d
  steady  ticket    2h and 1d        3   0.3%  260 requests    10%      10d
  drip    ticket    6h and 3d        1   0.1%  260 requests    10%      30d
  total outage: pages after 1 min, 2.315% of the budget counted as spent by then

dev-c01 catalog-images-cache: 95% of requests over 30d
  budget: 5%, 12,960,000 bad requests
  tier    severity  windows     factor  above        at least  spent  gone in
  fast    page      5m and 1h     14.4    72%   2592 requests     2%      50h
  slow    page      30m and 6h       6    30%   6480 requests     5%       5d
  steady  ticket    2h and 1d        3    15%  12960 requests    10%      10d
  drip    ticket    6h and 3d        1     5%  12960 requests    10%      30d
  total outage: pages after 44 min, 2.037% of the budget counted as spent by then

dev-c01 catalog-images-copy: 99.5% of minutes over 30d
  budget: 0.5%, 216 bad minutes
  tier    severity  windows     factor  above    at least  spent  gone in
  fast    page      5m and 1h     14.4   7.2%   5 minutes     2%      50h
  slow    page      30m and 6h       6     3%  11 minutes     5%       5d
  steady  ticket    2h and 1d        3   1.5%  22 minutes    10%      10d
  drip    ticket    6h and 3d        1   0.5%  22 minutes    10%      30d
  total outage: pages after 5 min, 2.315% of the budget counted as spent by then
`);
});

test("--json is one document that says what it is", () => {
  const { code, stdout } = plinth(["slo", "orders", "--env", "prod", "--json"]);
  expect(code).toBe(0);
  const { schema, slos } = JSON.parse(stdout) as {
    schema: string;
    slos: { environment: string }[];
  };
  expect(schema).toBe("plinth.slo/v1");
  expect(slos.map(({ environment }) => environment)).toEqual(["prod", "prod"]);
});

test.each([
  [
    ["slo", "nobody"],
    'plinth: service: expected one that is declared (orders, storefront, checkout, catalog-images), got "nobody"\n',
  ],
  [
    ["slo", "--env", "moon"],
    'plinth: --env: expected one that is declared (dev, prod, dev-gcp), got "moon"\n',
  ],
])("%j is told what there is, and ends with 1", (args, message) => {
  expect(plinth(args)).toEqual({ code: 1, stdout: "", stderr: message });
});
