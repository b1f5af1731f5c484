import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackId } from "../../../model/names";
import { isAtEdge, isContentDelivery } from "../../../model/service";
import { repositoryRoot } from "../../../operations/repository";
import { findEnvironment } from "../estate";
import { UNWATCHED_OF_CELL } from "./emitters";
import { readApplication, type Application } from "./application";
import {
  allRulesOf,
  boardQueries,
  readYaml,
  sharedRulesOf,
  substitute,
  type ReadRule,
} from "../read";

/** A resource of a synthesized stack, as far as telemetry asks. */
export interface Resource {
  readonly name?: string;
  readonly function_name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly bucket?: string;
  /** Of a cluster of databases. */
  readonly cluster_identifier?: string;
  /** Of what is in another region than the rest. */
  readonly provider?: string;
  /** Of a replication. */
  readonly rule?: readonly ReplicationRule[];
  /** Of a monitoring subscription. */
  readonly distribution_id?: string;
  /** Of a web ACL. */
  readonly visibility_config?: { readonly cloudwatch_metrics_enabled: boolean };
  /** Of a metric filter. */
  readonly metric_transformation?: { readonly name: string; readonly namespace: string };
}

export interface ReplicationRule {
  readonly destination?: {
    readonly bucket: string;
    readonly metrics?: { readonly status: string };
  };
}

export interface YaceMetric {
  readonly name: string;
  readonly statistics: readonly string[];
}

export interface YaceJob {
  readonly type: string;
  readonly regions: readonly string[];
  readonly dimensionNameRequirements: readonly string[];
  readonly searchTags: readonly { readonly key: string; readonly value: string }[];
  readonly metrics: readonly YaceMetric[];
}

/** One that asks for metrics of a namespace that is not AWS's. */
export interface CustomYaceJob {
  readonly name: string;
  readonly namespace: string;
  readonly metrics: readonly YaceMetric[];
}

/** All outputs of one environment that telemetry goes through, from the resource to whoever reads a series. */
export interface World {
  /** By type, then by logical id. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  /** Jobs of YACE. */
  readonly yace: readonly YaceJob[];
  readonly customYace: readonly CustomYaceJob[];
  /** Arguments of stackdriver_exporter. */
  readonly stackdriver: readonly string[];
  readonly scrape: readonly ScrapeJob[];
  /** Addresses at which the OpenTelemetry Collector offers what applications send it, and what it says of itself. */
  readonly collector: readonly string[];
  /** What the services' own code counts. */
  readonly application: Application;
  readonly rules: readonly ReadRule[];
  /** Queries of rules, of annotations and of boards. */
  readonly queries: readonly string[];
}

export function readWorld(environment: string): World {
  const rules = [...allRulesOf(environment), ...sharedRulesOf(environment)];
  return {
    resources: readStacks(environment),
    ...readExporter(environment),
    scrape: readYaml<Scrape>(environment, "exporters/prometheus-scrape.yaml").scrape_configs,
    collector: readCollector(environment),
    application: readApplication(environment),
    rules,
    queries: [
      ...rules.flatMap((rule) => [rule.expr, ...templatesOf(rule)]),
      ...queriesOfCells(environment),
    ],
  };
}

/** What boards ask of each cell; of what is delivered, of the first alone. */
function queriesOfCells(environment: string): string[] {
  const { cells, services } = findEnvironment(environment);
  const delivered = services.filter(isContentDelivery).map(({ name }) => `-${name}`);
  const isDelivered = (expr: string) => delivered.some((name) => expr.includes(name));
  return cells.flatMap((cell) =>
    boardQueries(environment)
      .filter((expr) => cell === "c01" || !isDelivered(expr))
      .map((expr) => substitute(environment, expr, cell)),
  );
}

export interface ScrapeJob {
  readonly job_name: string;
  readonly static_configs: readonly { readonly targets: readonly string[] }[];
  /** Those that give a series another name. */
  readonly metric_relabel_configs?: readonly {
    readonly regex: string;
    readonly replacement: string;
  }[];
}

interface Scrape {
  readonly scrape_configs: readonly ScrapeJob[];
}

interface Collector {
  readonly exporters: { readonly prometheus: { readonly endpoint: string } };
  readonly service: {
    readonly telemetry: { readonly metrics: { readonly readers: readonly Reader[] } };
  };
}

interface Reader {
  readonly pull: { readonly exporter: { readonly prometheus: { readonly port: number } } };
}

function readCollector(environment: string): string[] {
  const { exporters, service } = readYaml<Collector>(environment, "otel/collector.yaml");
  const ports = [
    exporters.prometheus.endpoint.split(":")[1],
    ...service.telemetry.metrics.readers.map(({ pull }) => pull.exporter.prometheus.port),
  ];
  return ports.map((port) => `otel-collector:${port}`);
}

interface Yace {
  readonly discovery: { readonly jobs: YaceJob[] };
  readonly customNamespace: CustomYaceJob[];
}

function readExporter(environment: string): Pick<World, "yace" | "customYace" | "stackdriver"> {
  if (findEnvironment(environment).declaration.cloud === "google") {
    const { args } = readYaml<{ args: string[] }>(environment, "exporters/stackdriver.yaml");
    return { yace: [], customYace: [], stackdriver: args };
  }
  const { discovery, customNamespace } = readYaml<Yace>(environment, "exporters/yace.yaml");
  return { yace: discovery.jobs, customYace: customNamespace, stackdriver: [] };
}

/** The cells', and the edge's where the services have one. */
function readStacks(environment: string): World["resources"] {
  const { services, cells } = findEnvironment(environment);
  const all = cells.map((cell) => ofCell(environment, cell));
  return merged(services.some(isAtEdge) ? [...all, ofEdge(environment)] : all);
}

/** But for those of an API that is not at the edge here, as in a fleet. */
function ofEdge(environment: string): World["resources"] {
  const { name, services } = findEnvironment(environment);
  const others = services.filter((one) => !isAtEdge(one)).map((one) => idOf(one.name));
  return without(readStack(stackId(name, "edge")), others);
}

const idOf = (service: string): string => service.replaceAll("-", "_");

/** @param services - as ids begin with them */
function without(stack: World["resources"], services: readonly string[]): World["resources"] {
  const kept = (byId: Readonly<Record<string, Resource>>) =>
    Object.entries(byId).filter(([id]) => !services.some((start) => id.startsWith(start)));
  return Object.fromEntries(
    Object.entries(stack).map(([type, byId]) => [type, Object.fromEntries(kept(byId))]),
  );
}

/** Every cell is the first under its own name (test/constructs/fleet/), but for deliveries, which stand in the first alone. */
function ofCell(environment: string, cell: string): World["resources"] {
  const { name, services } = findEnvironment(environment);
  const first = { ...readStack(stackId(name, "c01")), ...readGateways(environment) };
  if (cell === "c01") return first;
  const delivered = services.filter(isContentDelivery).map((one) => idOf(one.name));
  const own = Object.entries(without(first, delivered)).map(([type, byId]) => [
    type,
    Object.entries(byId).map(([id, resource]) => [`${cell}_${id}`, resource]),
  ]);
  const renamed = JSON.stringify(own)
    .replaceAll(`${name}-c01`, `${name}-${cell}`)
    .replaceAll(`${name}-network`, `${name}-${cell}-network`);
  const entries = JSON.parse(renamed) as [string, [string, Resource][]][];
  return Object.fromEntries(entries.map(([type, byId]) => [type, Object.fromEntries(byId)]));
}

function merged(all: readonly World["resources"][]): World["resources"] {
  const types = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...all.map((one) => one[type] ?? {}))]),
  );
}

/** Of the network those that are watched: who is told of what stands idle. */
function readGateways(environment: string): World["resources"] {
  const { name, cost } = findEnvironment(environment);
  if (cost?.idle === undefined) return {};
  const { aws_nat_gateway = {} } = readStack(stackId(name, "network"));
  return { aws_nat_gateway };
}

function readStack(stack: string): World["resources"] {
  const folder = join(repositoryRoot, "test", "golden", "stacks", stack);
  const { resource } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as {
    resource: World["resources"];
  };
  return Object.fromEntries(
    Object.entries(resource).map(([type, ofType]) => [type, watched(type, ofType)]),
  );
}

const watched = (type: string, ofType: Readonly<Record<string, Resource>>) =>
  Object.fromEntries(
    Object.entries(ofType).filter(([id]) => UNWATCHED_OF_CELL[`${type}.${id}`] === undefined),
  );

/** Queries in an alert's annotations, which Prometheus fills in. */
const templatesOf = ({ annotations = {} }: ReadRule): string[] =>
  Object.values(annotations).flatMap((text) =>
    [...text.matchAll(/query `([^`]+)`/g)].map(([, query = ""]) => query),
  );
