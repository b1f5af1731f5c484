import { dataTitle, dataUid } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { annotations } from "./annotations";
import { renderRows } from "./board";
import { tracesOf } from "./explore";
import { serviceBoardUrl, toServiceBoard } from "./links";
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

/** A number hangs on a service's place among all of the environment: one that begins to keep something moves no other's. */
function rowsOf(service: Service, environment: Environment): Row[] {
  const first = 1_000 * (1 + environment.services.indexOf(service));
  const links = [
    { title: `Board of ${service.name}`, url: serviceBoardUrl(environment, service.name) },
  ];
  const traces = tracesOf(service, environment);
  return service.stores.map((store, index) => {
    const title = `${service.name} ${store.name}`;
    const shown = { service, store, title, id: first + 10 * index + 1, traces };
    return { title, panels: storePanels(shown).map((panel) => ({ ...panel, links })) };
  });
}
