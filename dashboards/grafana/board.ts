import {
  type AnnotationQueryBuilder,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { toPanel } from "./panel";
import type { Row } from "./row";
import type { Variable } from "./variables";

/** Everything of a board but its panels. */
export interface Frame {
  /** Never changes: links point at it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly environment: string;
  /** What a reader picks at the top. */
  readonly variables: readonly Variable[];
  /** Where its links lead, beside the environment's other boards. */
  readonly links: readonly DashboardLinkBuilder[];
  /** What it marks on every panel. */
  readonly annotations: readonly AnnotationQueryBuilder[];
}

export function renderRows(frame: Frame, rows: readonly Row[]): RenderedFile {
  const board = withRows(empty(frame), rows).build();
  return { path: files.dashboard(frame.uid), text: `${JSON.stringify(board, null, 2)}\n` };
}

/** Boards of one environment find one another by these. */
const tags = (environment: string): string[] => ["plinth", environment];

/** The id is Grafana's own, so it stays empty; the uid is ours. */
function empty(frame: Frame): DashboardBuilder {
  return new DashboardBuilder(frame.title)
    .uid(frame.uid)
    .description(frame.description)
    .tags(tags(frame.environment))
    .readonly()
    .timezone("utc")
    .refresh("1m")
    .time({ from: "now-6h", to: "now" })
    .tooltip(DashboardCursorSync.Crosshair)
    .variables([...frame.variables])
    .links([...frame.links, boardsLink(frame.environment)])
    .annotations([...frame.annotations]);
}

/** Rows have no id of their own: the first would get 0, which Grafana takes for none. */
function withRows(board: DashboardBuilder, rows: readonly Row[]): DashboardBuilder {
  rows.forEach(({ title, panels }, index) => {
    board.withRow(new RowBuilder(title).id(index + 1));
    panels.forEach((panel) => board.withPanel(toPanel(panel)));
  });
  return board;
}

const boardsLink = (environment: string) =>
  new DashboardLinkBuilder(`Boards of ${environment}`)
    .type(DashboardLinkType.Dashboards)
    .icon("external link")
    .tags(tags(environment))
    .asDropdown(true)
    .includeVars(true)
    .keepTime(true);
