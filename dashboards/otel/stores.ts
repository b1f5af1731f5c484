import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { parts, TEMPO_OTLP_PORT } from "../stack/parts";
import { toYaml } from "../yaml";
import { KEPT_HOURS } from "./sampling";

/** Where the collector's traces and logs lie: on a disk of one machine, until they are 30 days old. */
export const renderStores = (): RenderedFile[] => [
  { path: files.tempo, text: toYaml(TEMPO, "Traces: grafana/tempo -config.file=tempo.yaml") },
  { path: files.loki, text: toYaml(LOKI, "Logs: grafana/loki -config.file=loki.yaml") },
];

const RETENTION = `${KEPT_HOURS}h`;

const TEMPO = {
  server: { http_listen_port: parts.tempo.port },
  distributor: {
    receivers: { otlp: { protocols: { http: { endpoint: `0.0.0.0:${TEMPO_OTLP_PORT}` } } } },
  },
  compactor: { compaction: { block_retention: RETENTION } },
  storage: {
    trace: {
      backend: "local",
      local: { path: "/var/tempo/blocks" },
      wal: { path: "/var/tempo/wal" },
    },
  },
  usage_report: { reporting_enabled: false },
};

const LOKI = {
  auth_enabled: false,
  server: { http_listen_port: parts.loki.port },
  common: {
    path_prefix: "/loki",
    replication_factor: 1,
    ring: { kvstore: { store: "inmemory" } },
    storage: {
      filesystem: { chunks_directory: "/loki/chunks", rules_directory: "/loki/rules" },
    },
  },
  schema_config: {
    configs: [
      {
        from: "2024-01-01",
        store: "tsdb",
        object_store: "filesystem",
        schema: "v13",
        index: { prefix: "index_", period: "24h" },
      },
    ],
  },
  limits_config: { retention_period: RETENTION },
  compactor: {
    working_directory: "/loki/compactor",
    retention_enabled: true,
    delete_request_store: "filesystem",
  },
  analytics: { reporting_enabled: false },
};
