import { filesOf, findEnvironment } from "./estate";
import { brokennessIn } from "./grafana/landing";
import { allRulesOf, boardsOf, sharedRulesOf, type ReadPanel } from "./read";

/** Pages of AWS's, which no test without a network can open. */
const MANUALS = "https://docs.aws.amazon.com/";

/** Every link that an alert, a board or a runbook shows, and what it leads to in the same output. */
describe.each(["dev", "prod", "dev-gcp", "dev with business"])("in %s", (environment) => {
  const { links } = findEnvironment(environment).declaration;
  const files = filesOf(environment);
  const boards = boardsOf(environment);
  const brokenness = brokennessIn(environment);
  const runbooks = [...files].filter(([path]) => path.startsWith("runbooks/"));

  const alerts = [...allRulesOf(environment), ...sharedRulesOf(environment)].filter(
    ({ alert }) => alert !== undefined,
  );

  test("every alert's links land on a board's panel and on a runbook", () => {
    const urls = alerts.flatMap(({ annotations = {} }) =>
      [annotations["dashboard_url"], annotations["runbook_url"]].flatMap((url) => url ?? []),
    );
    expect(urls.length).toBeGreaterThanOrEqual(alerts.length);
    expect(urls.flatMap((url) => brokenness(url) ?? [])).toEqual([]);
  });

  test("every link of a board lands", () => {
    const urls = boards.flatMap(({ links, panels }) =>
      [...links, ...panels.flatMap(linksOf)].flatMap(({ url }) => url || []),
    );
    expect(urls).not.toEqual([]);
    expect(urls.flatMap((url) => brokenness(url) ?? [])).toEqual([]);
  });

  test("every link of a runbook lands", () => {
    const urls = runbooks.flatMap(([, text]) =>
      [...text.matchAll(/<(https?:[^>]+)>/g)].flatMap(([, url]) => url ?? []),
    );
    const ours = urls.filter((url) => !url.startsWith(MANUALS));
    expect(ours).not.toEqual([]);
    expect(ours.flatMap((url) => brokenness(url) ?? [])).toEqual([]);
  });

  test.each(runbooks)("%s says how to mitigate and how to take that back", (_, text) => {
    for (const heading of ["Mitigation", "Rollback"]) {
      expect(sectionOf(text, heading)).toMatch(/\w{3}/);
    }
  });

  test("an alert has one runbook, and a runbook an alert", () => {
    const named = new Set(alerts.map(({ annotations = {} }) => annotations["runbook_url"]));
    expect(runbooks.map(([path]) => `${links.runbooks}/${path.slice("runbooks/".length)}`)).toEqual(
      [...named].sort(),
    );
  });
});

/** In its title, and where a click on a point leads. */
const linksOf = ({ links = [], fieldConfig }: ReadPanel) => [
  ...links,
  ...(fieldConfig?.defaults.links ?? []),
];

const sectionOf = (page: string, heading: string): string =>
  new RegExp(`^## ${heading}\\n([^]*?)(?=^## |$(?![^]))`, "m").exec(page)?.[1] ?? "";
