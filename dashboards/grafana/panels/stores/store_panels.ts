import type { Service } from "../../../../model/service";
import type { PanelSpec } from "../../panel";
import type { Link } from "../../links";
import type { Row } from "../../row";
import { bucketPanels } from "./bucket_panels";
import { databasePanels } from "./database_panels";
import { filePanels } from "./file_panels";
import { cachePanels, relationalPanels } from "./networked_panels";
import type { ShownStore } from "./shown_store";
import { tablePanels } from "./table_panels";

/** What a service keeps, on its own board. */
export const stateRow = (service: Service, traces: readonly Link[]): Row => ({
  title: "State",
  panels: service.stores.flatMap((store, index) =>
    storePanels({ service, store, title: store.name, id: 601 + 10 * index, traces }),
  ),
});

/** Requests, time, failures and what is used up, of one store. */
export function storePanels(shown: ShownStore): PanelSpec[] {
  if (shown.store.kind === "relational") return relationalPanels(shown);
  if (shown.store.kind === "cache") return cachePanels(shown);
  if (shown.store.kind === "file") return filePanels(shown);
  if (shown.store.kind === "object") return bucketPanels(shown, shown.store);
  return shown.service.cloud === "aws" ? tablePanels(shown) : databasePanels(shown);
}
