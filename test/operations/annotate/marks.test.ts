import { deployAnnotation, type Deploy } from "../../../operations/annotate/deploy";
import { freezeAnnotations } from "../../../operations/annotate/freeze";
import type { Annotation } from "../../../operations/annotate/grafana";
import { readBudget } from "../../../policies/gate/freeze/budget";
import { findEnvironment } from "../../dashboards/estate";
import { boardsOf } from "../../dashboards/read";

const at = new Date("2026-01-15T12:00:00Z");
const dev = findEnvironment("dev");

const deployOf = (how: Partial<Deploy> = {}): Annotation =>
  deployAnnotation({ stack: "dev-c01", outcome: "success", at, ...how }, dev);

/** The boards of dev that show a mark: by their tags, as Grafana finds it. */
const shownBy = ({ tags }: Annotation): string[] =>
  boardsOf("dev")
    .filter(({ annotations }) =>
      annotations.list.some(({ target }) => target?.tags.every((tag) => tags.includes(tag))),
    )
    .map(({ uid }) => uid);

describe("a deploy", () => {
  test("is marked with its environment, its stack, how it ended and every service that lives there", () => {
    const link = "https://github.com/o/r/actions/runs/1?a=1&b=2";
    expect(deployOf({ commit: "1a2b3c4", link })).toEqual({
      time: at.getTime(),
      tags: [
        ...["deploy", "environment:dev", "service:orders", "service:storefront"],
        ...["service:checkout", "service:catalog-images", "stack:dev-c01", "outcome:success"],
      ],
      text: 'dev-c01 was applied.<br>Commit 1a2b3c4<br><a href="https://github.com/o/r/actions/runs/1?a=1&#38;b=2">What was done</a>',
    });
  });

  test("of what services share is of none of them", () => {
    const { tags } = deployOf({ stack: "dev-bootstrap" });
    expect(tags).toEqual([
      ...["deploy", "environment:dev", "stack:dev-bootstrap", "outcome:success"],
    ]);
  });

  test("that failed or was cut off is no less marked, as what it is", () => {
    expect(deployOf({ outcome: "failure" }).text).toBe(
      "The apply of dev-c01 failed: part of it may be there.",
    );
    expect(deployOf({ outcome: "cancelled" }).text).toMatch(/was cut off: part of it/);
  });

  test("shows what others wrote as text", () => {
    expect(deployOf({ commit: `<img src="x">` }).text).not.toMatch(/<img|"/);
  });

  test("is shown by the boards of its environment and its services, and by no other", () => {
    expect(shownBy(deployOf())).toEqual([
      ...[
        "dev-catalog-images",
        "dev-checkout",
        "dev-orders",
        "dev-storefront",
        "dev_data",
        "dev_edge",
        "dev_fleet",
      ],
    ]);
    expect(shownBy(deployOf({ stack: "dev-bootstrap" }))).toEqual([
      "dev_data",
      "dev_edge",
      "dev_fleet",
    ]);
    const elsewhere = { stack: "prod-c01", outcome: "success", at } as const;
    expect(shownBy(deployAnnotation(elsewhere, findEnvironment("prod")))).toEqual([]);
  });
});

describe("a release freeze", () => {
  const slo = { id: "orders-success", remaining: -0.125, burn: 2, window: "30d" };
  const budget = (states: Record<string, string>) =>
    readBudget(
      Buffer.from(
        JSON.stringify({
          ...{ schema: "plinth.budget/v1", asOf: at.toISOString() },
          services: Object.fromEntries(
            Object.entries(states).map(([name, state]) => [name, { state, slos: [slo] }]),
          ),
        }),
      ),
    );

  /** What is marked for `orders`, after what was. */
  const marked = (state: string, last?: string) =>
    freezeAnnotations(budget({ orders: state }), "dev", () =>
      Promise.resolve(last === undefined ? undefined : ["freeze", `state:${last}`]),
    );

  test("is marked with its state and its reason, where boards look for it", async () => {
    const [mark] = await marked("frozen");
    expect(mark).toEqual({
      time: at.getTime(),
      tags: ["freeze", "environment:dev", "service:orders", "state:frozen"],
      text: "Releases of orders stop: orders-success: -12.5 % of 30d left, burn rate 2.0.",
    });
    expect(shownBy(mark!)).toEqual(["dev-orders", "dev_data", "dev_edge", "dev_fleet"]);
  });

  test("is marked when it changes, and then no more", async () => {
    const count = async (state: string, last?: string) => (await marked(state, last)).length;
    expect(await count("ok")).toBe(0);
    for (const state of ["ok", "caution", "frozen"])
      for (const last of ["ok", "caution", "frozen"])
        expect([state, last, await count(state, last)]).toEqual([
          ...[state, last, state === last ? 0 : 1],
        ]);
  });

  test("is looked for service by service", async () => {
    const asked: (readonly string[])[] = [];
    const states = { orders: "frozen", payments: "ok", shop: "caution" };
    const marks = await freezeAnnotations(budget(states), "dev", (tags) => {
      asked.push(tags);
      return Promise.resolve(undefined);
    });
    expect(asked).toEqual(
      Object.keys(states).map((name) => ["freeze", "environment:dev", `service:${name}`]),
    );
    expect(marks.map(({ tags }) => tags[2])).toEqual(["service:orders", "service:shop"]);
  });

  test("of a budget that was not read is nobody's", async () => {
    expect(await freezeAnnotations(budget({}), "dev", () => Promise.reject(new Error()))).toEqual(
      [],
    );
  });
});
