import {
  AnnotationQueryBuilder,
  AnnotationTargetBuilder,
  type AnnotationTarget,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import { annotationTags } from "../../model/names";
import type { Promql } from "../promql";
import { DATA_SOURCE } from "./panel";

/** What a board marks on every panel: alerts that fire, deploys, and when releases stopped or went on. */
export const annotations = (
  alerts: Promql,
  environment: string,
  ...services: readonly string[]
): AnnotationQueryBuilder[] => [
  firingAlerts(alerts),
  posted("Deploys", "blue", annotationTags("deploy", environment, ...services)),
  posted("Release freeze", "purple", annotationTags("freeze", environment, ...services)),
];

const firingAlerts = (alerts: Promql) =>
  new AnnotationQueryBuilder()
    .name("Firing alerts")
    .datasource(DATA_SOURCE)
    .enable(true)
    .iconColor("red")
    .expr(alerts)
    .titleFormat("{{alertname}} ({{severity}})")
    .textFormat("{{burn_tier}} {{cell}}")
    .step("60s");

/** Grafana's own annotations, which are there without any data source. */
const GRAFANA = { type: "grafana", uid: "-- Grafana --" } as const;

/** The newest of those that have all of the tags. */
const MOST = 100;

/** Those that `plinth annotate` posted. */
const posted = (name: string, color: string, tags: string[]) =>
  new AnnotationQueryBuilder()
    .name(name)
    .datasource(GRAFANA)
    .enable(true)
    .iconColor(color)
    .target({ build: () => tagged(tags) });

/** The builder takes data queries only, and the one of Grafana's own store is none by its types. */
const tagged = (tags: string[]): AnnotationTarget & Dataquery => ({
  ...new AnnotationTargetBuilder().type("tags").tags(tags).matchAny(false).limit(MOST).build(),
  _implementsDataqueryVariant: () => undefined,
});
