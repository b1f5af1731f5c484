import { parse } from "yaml";
import { nameIn, servicesEverywhere } from "../../model/cells/view";
import { files, META_RULES } from "../../model/names";
import { TICKET_FILES } from "../../dashboards/tickets/all";
import { filesOf, findEnvironment } from "./estate";

/** A rule as it stands in a rendered file. */
export interface ReadRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

interface RuleFile {
  readonly groups: readonly { readonly name: string; readonly rules: readonly ReadRule[] }[];
}

export function findFile(environment: string, path: string): string {
  const text = filesOf(environment).get(path);
  if (text === undefined) throw new Error(`${environment}: no ${path}`);
  return text;
}

export const readYaml = <T>(environment: string, path: string): T =>
  parse(findFile(environment, path)) as T;

/** @param name - of a service, or of the alerts on the alerting itself */
export const rulesOf = (environment: string, name = "orders"): ReadRule[] =>
  readYaml<RuleFile>(environment, files.rules(name)).groups.flatMap(({ rules }) => rules);

/** Every service's. */
export const allRulesOf = (environment: string): ReadRule[] =>
  servicesEverywhere(findEnvironment(environment)).flatMap(({ cell, name }) =>
    rulesOf(environment, nameIn(cell, name)),
  );

/** Rule files that are no service's: those that an environment has. */
export const sharedRuleFiles = (environment: string): string[] =>
  findEnvironment(environment)
    .cells.flatMap((cell) => TICKET_FILES.map(({ name }) => nameIn(cell, name)))
    .concat(META_RULES)
    .filter((name) => filesOf(environment).has(files.rules(name)));

/** Alerts on the alerting itself, and tickets on resources. */
export const sharedRulesOf = (environment: string): ReadRule[] =>
  sharedRuleFiles(environment).flatMap((name) => rulesOf(environment, name));

export interface ReadPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly {
    readonly expr: string;
    readonly refId: string;
    readonly legendFormat: string;
    readonly exemplar?: boolean;
    readonly datasource: { readonly uid: string };
  }[];
  readonly links?: readonly { readonly url?: string }[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly links?: readonly { readonly title: string; readonly url: string }[];
    };
  };
  readonly gridPos: { x: number; y: number; w: number; h: number };
}

export interface ReadVariable {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly query: unknown;
  readonly refresh?: number;
  readonly multi?: boolean;
  readonly allValue?: string;
  readonly datasource?: { readonly uid: string };
}

export interface ReadAnnotation {
  readonly name: string;
  readonly datasource: { readonly uid: string };
  /** Of Prometheus'. */
  readonly expr?: string;
  /** Of Grafana's own. */
  readonly target?: {
    readonly type: string;
    readonly tags: readonly string[];
    readonly matchAny: boolean;
  };
}

export interface ReadBoard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly editable: boolean;
  readonly timezone: string;
  readonly refresh: string;
  readonly panels: readonly ReadPanel[];
  readonly templating: { readonly list: readonly ReadVariable[] };
  readonly annotations: { readonly list: readonly ReadAnnotation[] };
  readonly links: readonly { readonly title: string; readonly url?: string }[];
}

/** Every board of an environment. */
export const boardsOf = (environment: string): ReadBoard[] =>
  [...filesOf(environment)]
    .filter(([path]) => path.startsWith("grafana/dashboards/"))
    .map(([, text]) => JSON.parse(text) as ReadBoard);

/** @param uid - of a service's board; of `orders` unless another is named */
export function boardOf(environment: string, uid = `${environment}-orders`): ReadBoard {
  const board = boardsOf(environment).find((one) => one.uid === uid);
  if (board === undefined) throw new Error(`${environment}: no board ${uid}`);
  return board;
}

/** What Grafana puts in place of a board's variables. @param cell - which a reader picks */
export const substitute = (environment: string, expr: string, cell = "c01"): string =>
  expr
    .replaceAll("$__rate_interval", "5m")
    .replaceAll("$environment", findEnvironment(environment).name)
    .replaceAll("$cell", cell)
    .replaceAll("$region", ".+")
    .replaceAll("$service", ".+")
    .replaceAll("$job", ".+");

/** Every query of a board: panels and annotations. */
export const queriesOf = (board: ReadBoard): string[] => [
  ...board.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...board.annotations.list.flatMap(({ expr }) => expr ?? []),
];

/** Every query of an environment's boards, once. */
export const boardQueries = (environment: string): string[] => [
  ...new Set(boardsOf(environment).flatMap(queriesOf)),
];
