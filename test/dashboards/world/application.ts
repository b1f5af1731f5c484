import { findEnvironment } from "../estate";
import { findFile, readYaml } from "../read";

/** What a service's own code counts, from its SDK to Prometheus. */
export interface Application {
  /** Series of the counters that the objectives declare. */
  readonly counters: readonly string[];
  /** What the SDK's settings say of whose they are, by the label that it may become. */
  readonly sent: Readonly<Record<string, string>>;
  /** Labels that the collector makes of attributes of the sender. */
  readonly kept: readonly string[];
}

interface Collector {
  readonly exporters: {
    readonly prometheus: {
      readonly resource_constant_labels?: { readonly included: readonly string[] };
    };
  };
}

export function readApplication(environment: string): Application {
  const { exporters } = readYaml<Collector>(environment, "otel/collector.yaml");
  return {
    counters: countersOf(environment),
    sent: sentBy(findFile(environment, "otel/orders.env")),
    kept: (exporters.prometheus.resource_constant_labels?.included ?? []).map(toLabel),
  };
}

/** As the collector's exporter does it, for names of letters, digits, dots and underscores. */
const toLabel = (attribute: string): string => attribute.replaceAll(/\W/g, "_");

const countersOf = (environment: string): string[] =>
  findEnvironment(environment).services.flatMap(({ objectives }) =>
    objectives.flatMap((one) => (one.sli === "business" ? [`${toLabel(one.metric)}_total`] : [])),
  );

function sentBy(settings: string): Record<string, string> {
  const valueOf = (name: string): string =>
    new RegExp(`^${name}=(.*)$`, "m").exec(settings)?.[1] ?? "";
  const attributes = valueOf("OTEL_RESOURCE_ATTRIBUTES").split(",");
  return Object.fromEntries([
    ["service_name", valueOf("OTEL_SERVICE_NAME")],
    ...attributes.map((pair) => {
      const [key = "", value = ""] = pair.split("=");
      return [toLabel(key), value];
    }),
  ]) as Record<string, string>;
}

/** Of everything that sends there, a selector has to find its service's own in its own environment and cell. */
const OWNER = ["service_name", "deployment_environment_name", "plinth_cell"];

/** Selectors of counters that do not say whose, or by what nobody sends or the collector does not keep. */
export const unfound = (application: Application, selectors: readonly string[]): string[] =>
  selectors
    .filter((selector) => application.counters.some((name) => selector.startsWith(`${name}{`)))
    .filter((selector) => !OWNER.every((label) => finds(application, selector, label)));

function finds({ sent, kept }: Application, selector: string, label: string): boolean {
  const [, operator, value = ""] =
    new RegExp(`\\b${label}(=~?)"([^"]*)"`).exec(selector) ?? ([] as string[]);
  const shown = kept.includes(label) ? (sent[label] ?? "") : "";
  if (shown === "" || operator === undefined) return false;
  return operator === "=" ? shown === value : new RegExp(`^(?:${value})$`).test(shown);
}
