import { keyValueStores, type Service } from "../../../../model/service";
import type { PanelSpec } from "../../panel";
import type { Link } from "../../links";
import type { Row } from "../../row";
import { databasePanels } from "./database_panels";
import type { ShownStore } from "./shown_store";
import { tablePanels } from "./table_panels";

/** What a service keeps, on its own board. */
export const stateRow = (service: Service, traces: readonly Link[]): Row => ({
  title: "State",
  panels: keyValueStores(service).flatMap(({ name }, index) =>
    storePanels({ service, store: name, title: name, id: 601 + 10 * index, traces }),
  ),
});

/** Requests, time, failures and what is paid for, of one store. */
export const storePanels = (shown: ShownStore): PanelSpec[] =>
  shown.service.cloud === "aws" ? tablePanels(shown) : databasePanels(shown);
