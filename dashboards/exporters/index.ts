import { servicesEverywhere } from "../../model/cells/view";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { renderScrape } from "./scrape";
import { renderStackdriver } from "./stackdriver";
import { renderYace } from "./yace";

/** What exports an environment's signals, and what scrapes it. */
export function renderExporters(whole: Environment): RenderedFile[] {
  const { declaration } = whole;
  const environment = { ...whole, services: servicesEverywhere(whole) };
  return [
    declaration.cloud === "aws"
      ? renderYace(environment, declaration)
      : renderStackdriver(environment, declaration),
    renderScrape(environment),
  ];
}
