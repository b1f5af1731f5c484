import { files } from "../../model/names";
import type { Environment } from "../../model/settle";
import { retentionDays } from "../prometheus/retention";
import { collectorPorts, inside, parts } from "./parts";
import { mount, publish, required, service } from "./service";

export const prometheus = (environment: Environment) =>
  service("prometheus", {
    command: [
      `--config.file=${inside(files.prometheus)}`,
      "--storage.tsdb.path=/prometheus",
      `--storage.tsdb.retention.time=${retentionDays(environment)}d`,
      "--enable-feature=exemplar-storage",
    ],
    volumes: [mount("prometheus"), mount("exporters"), "prometheus:/prometheus"],
    ports: publish(parts.prometheus.port),
  });

/** Tokens lie outside of what is generated: `credentials_file` is looked up beside the configuration. */
export const alertmanager = () =>
  service("alertmanager", {
    command: [`--config.file=${inside(files.alertmanager)}`, "--storage.path=/alertmanager"],
    volumes: [
      mount(files.alertmanager),
      `${required("PLINTH_SECRETS", "a folder with the token of each receiver")}:${inside("alertmanager/secrets")}:ro`,
      "alertmanager:/alertmanager",
    ],
    ports: publish(parts.alertmanager.port),
  });

export const grafana = () =>
  service("grafana", {
    environment: {
      GF_SECURITY_ADMIN_PASSWORD: required(
        "GRAFANA_ADMIN_PASSWORD",
        "the password of the user admin",
      ),
      GF_ANALYTICS_REPORTING_ENABLED: "false",
      PLINTH_OUT: inside("").replace(/\/$/, ""),
    },
    volumes: [
      "./grafana/provisioning/dashboards:/etc/grafana/provisioning/dashboards:ro",
      "./grafana/provisioning/datasources:/etc/grafana/provisioning/datasources:ro",
      mount("grafana/dashboards"),
      "grafana:/var/lib/grafana",
    ],
    ports: publish(parts.grafana.port),
  });

export const collector = () =>
  service("otel-collector", {
    command: [`--config=${inside(files.collector)}`],
    volumes: [mount(files.collector)],
    ports: publish(collectorPorts.grpc, parts["otel-collector"].port),
  });

export const tempo = () =>
  service("tempo", {
    command: [`-config.file=${inside(files.tempo)}`],
    volumes: [mount(files.tempo), "tempo:/var/tempo"],
  });

export const loki = () =>
  service("loki", {
    command: [`-config.file=${inside(files.loki)}`],
    volumes: [mount(files.loki), "loki:/loki"],
  });
