import { nameIn } from "../../model/cells/view";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Slo } from "../slo/slo";
import { toYamlDocuments } from "../yaml";
import { VERSION, openSlo } from "./slo";

/**
 * A service and its SLOs for tools that read OpenSLO.
 *
 * @see https://github.com/OpenSLO/OpenSLO#specification
 */
export function renderOpenSlo(service: Service, slos: readonly Slo[]): RenderedFile {
  return {
    path: files.openSlo(nameIn(service.cell, service.name)),
    text: toYamlDocuments(
      [openSloService(service), ...slos.map(openSlo)],
      "An alert policy of OpenSLO has one window: each here is a tier's long one. The rules that Prometheus runs",
      "also ask for the short one and for a number of bad events, so they alert later and clear sooner.",
    ),
  };
}

const openSloService = ({ name, description, owner }: Service) => ({
  apiVersion: VERSION,
  kind: "Service",
  metadata: { name, labels: { team: owner.team }, annotations: { contact: owner.contact } },
  spec: { description },
});
