import { DashboardLinkBuilder, DashboardLinkType } from "@grafana/grafana-foundation-sdk/dashboard";
import { boardUid, boardUrl } from "../../model/names";
import type { Environment } from "../../model/settle";

/** Where a title leads. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** The board of a service of the environment. */
export const serviceBoardUrl = (
  { name, declaration: { links } }: Environment,
  service: string,
): string => boardUrl(links.grafana, boardUid(name, service));

/** A link of a board, or of a panel, in a tab of its own. */
export const outside = ({ title, url }: Link): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(url).targetBlank(true);

/** A link from one board to a service's. */
export const toServiceBoard = (environment: Environment, service: string, title = service) =>
  new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .icon("dashboard")
    .url(serviceBoardUrl(environment, service));
