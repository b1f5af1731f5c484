import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { toYaml } from "../yaml";
import { collectorPorts, exporters, type PartName } from "./parts";
import { alertmanager, collector, grafana, loki, prometheus, tempo } from "./programs";
import { stackdriver, yace } from "./exporter_programs";

const VOLUMES = ["prometheus", "alertmanager", "grafana", "tempo", "loki"] as const;

/** Everything that watches an environment, on one machine. */
export function renderCompose(environment: Environment): RenderedFile {
  const { declaration } = environment;
  const services = {
    prometheus: prometheus(environment),
    alertmanager: alertmanager(),
    grafana: grafana(),
    [exporters[declaration.cloud]]:
      declaration.cloud === "aws" ? yace(declaration) : stackdriver(declaration),
    "otel-collector": collector(),
    tempo: tempo(),
    loki: loki(),
  } satisfies Partial<Record<PartName, unknown>>;
  return {
    path: files.compose,
    text: toYaml(
      {
        name: `plinth-${environment.name}`,
        services,
        volumes: Object.fromEntries(VOLUMES.map((name) => [name, {}])),
      },
      "Everything that watches the environment, on one machine: docker compose up --detach",
      "GRAFANA_ADMIN_PASSWORD and PLINTH_SECRETS, a folder with one file a receiver that holds its token, must be set;",
      `docs/slo.md says which credentials of the cloud. Applications send to the ports ${collectorPorts.grpc} and 4318 of this machine.`,
    ),
  };
}
