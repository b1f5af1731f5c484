import { dataTitle, dataUid, runbookUrl, storeAlertName } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service, Store } from "../../model/service";
import type { Environment } from "../../model/settle";
import { annotations } from "./annotations";
import { renderRows } from "./board";
import { tracesOf } from "./explore";
import { firstPanelOf } from "../store_panels";
import { isWatched } from "../tickets/store_health";
import { serviceBoardUrl, toServiceBoard, type Link } from "./links";
import { everyStore } from "./panels/stores/every_store";
import { storePanels } from "./panels/stores/store_panels";
import type { Row } from "./row";
import { alertsOf } from "./selectors";
import { dataVariables } from "./variables";

/** The board of all that an environment's services keep; none where they keep nothing. */
export function renderData(environment: Environment): RenderedFile[] {
  const services = environment.services.filter(({ stores }) => stores.length > 0);
  if (services.length === 0) return [];
  const { name } = environment;
  const frame = {
    uid: dataUid(name),
    title: dataTitle(name),
    description: `Every store of every service of ${name}: how fast it answers, what it refuses, and what it uses up. Generated from the declarations.`,
    environment: name,
    variables: dataVariables(name, services),
    links: services.map((service) => toServiceBoard(environment, service.name)),
    annotations: annotations(alertsOf(services), name),
  };
  const rows = services.flatMap((service) => rowsOf(service, environment));
  return [renderRows(frame, [...everyStore(services), ...rows])];
}

function rowsOf(service: Service, environment: Environment): Row[] {
  const traces = tracesOf(service, environment);
  return service.stores.map((store) => {
    const title = `${service.name} ${store.name}`;
    const id = firstPanelOf(environment.services, service, store);
    const links = linksOf(service, store, environment);
    const shown = { service, store, title, id, traces };
    return { title, panels: storePanels(shown).map((panel) => ({ ...panel, links })) };
  });
}

/** A store that has tickets leads to what to do about them. */
function linksOf(service: Service, store: Store, environment: Environment): Link[] {
  const { runbooks } = environment.declaration.links;
  const board = {
    title: `Board of ${service.name}`,
    url: serviceBoardUrl(environment, service.name),
  };
  if (!isWatched(store)) return [board];
  const url = runbookUrl(runbooks, storeAlertName(service.name, store.name));
  return [board, { title: `Runbook of ${store.name}`, url }];
}
