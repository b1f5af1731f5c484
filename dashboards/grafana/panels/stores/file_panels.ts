import { awsSignals } from "../../../../model/signals";
import type { PanelSpec } from "../../panel";
import { flow, level, panel } from "./networked_panels";
import type { ShownStore } from "./shown_store";

const { fileConnections, fileOperations, fileRead, fileWritten, fileMetadata } = awsSignals;

/** Of a file system. */
export const filePanels = (shown: ShownStore): PanelSpec[] => [
  panel(shown, 0, "connections", "short", [level(shown, fileConnections, "connections")]),
  panel(shown, 1, "used of its operations", "percent", [level(shown, fileOperations, "used")]),
  panel(shown, 2, "bytes a second", "Bps", [
    flow(shown, fileRead, "read"),
    flow(shown, fileWritten, "written"),
    flow(shown, fileMetadata, "metadata"),
  ]),
];
