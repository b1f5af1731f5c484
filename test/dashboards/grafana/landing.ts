import { findEnvironment, filesOf } from "../estate";
import { boardsOf, readYaml } from "../read";
import { readWorld } from "../world/world";

/** What Explore is asked by an address. */
export interface Explored {
  readonly datasource: string;
  readonly range: { readonly from: string; readonly to: string };
  readonly queries: readonly {
    readonly datasource: { readonly type: string; readonly uid: string };
    readonly query?: string;
    readonly expr?: string;
  }[];
}

/** The one pane of an address of Explore; undefined where it is another address. */
export function tryExplored(url: string): Explored | undefined {
  const { pathname, searchParams } = new URL(url);
  if (pathname !== "/explore") return undefined;
  const panes = JSON.parse(searchParams.get("panes") ?? "{}") as Record<string, Explored>;
  return Object.values(panes)[0];
}

/** For an environment's addresses: what is wrong with one; nothing where it lands in the same output. */
export function brokennessIn(environment: string): (url: string) => string | undefined {
  const { links } = findEnvironment(environment).declaration;
  return (url) => {
    if (url.startsWith(`${links.runbooks}/`))
      return runbookProblem(environment, url.slice(links.runbooks.length + 1));
    const explored = tryExplored(url);
    if (explored !== undefined) return exploreProblem(environment, explored);
    if (new URL(url).hostname.includes("console")) return consoleProblem(environment, url);
    return boardProblem(environment, url, links.grafana);
  };
}

const runbookProblem = (environment: string, path: string): string | undefined =>
  filesOf(environment).has(`runbooks/${path}`) ? undefined : `no runbook ${path}`;

function boardProblem(environment: string, url: string, grafana: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const board = boardsOf(environment).find(
    ({ uid }) => `${grafana}/d/${uid}` === url.split("?")[0],
  );
  if (board === undefined) return `no board ${pathname}`;
  const panel = searchParams.get("viewPanel");
  if (panel === null || board.panels.some(({ id }) => String(id) === panel)) return undefined;
  return `no panel ${panel} on ${board.uid}`;
}

function exploreProblem(environment: string, { datasource, queries }: Explored) {
  const { datasources } = readYaml<{ datasources: { uid: string; type: string }[] }>(
    environment,
    "grafana/provisioning/datasources/plinth.yaml",
  );
  const known = (uid: string, type: string) =>
    datasources.some((one) => one.uid === uid && one.type === type);
  const lost = queries.filter(
    (query) => query.datasource.uid !== datasource || !known(datasource, query.datasource.type),
  );
  return lost.length > 0 || queries.length === 0 ? `no data source ${datasource}` : undefined;
}

/** A console has to show what the stack holds. */
function consoleProblem(environment: string, url: string): string | undefined {
  const { resources } = readWorld(environment);
  const names = ["aws_cloudwatch_log_group", "google_cloudfunctions2_function"].flatMap((type) =>
    Object.values(resources[type] ?? {}).flatMap(({ name }) => name ?? []),
  );
  const shown = decodeURIComponent(decodeURIComponent(url.replaceAll("$", "%")));
  return names.some((name) => shown.includes(`/${name}`) || shown.includes(`"${name}"`))
    ? undefined
    : `no log of ${shown}`;
}
