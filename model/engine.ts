/** What dashboards render for a managed engine, and constructs give to it. */

/** What Amazon Managed Service for Prometheus runs. */
export interface ManagedRules {
  /** Rule files, a namespace each. */
  readonly namespaces: readonly { readonly name: string; readonly text: string }[];
  /** The definition of its Alertmanager, in YAML. */
  readonly alertmanager: string;
}

/** An alert policy of Cloud Monitoring, as far as it follows from an objective. */
export interface AlertPolicy {
  /** Lower-case letters, digits and dashes. */
  readonly id: string;
  readonly alert: string;
  readonly group: string;
  readonly severity: "page" | "ticket";
  readonly query: string;
  /** How long the query must find something. */
  readonly seconds: number;
  readonly labels: Readonly<Record<string, string>>;
  /** For whoever is told: Markdown. */
  readonly text: string;
  readonly links: readonly { readonly name: string; readonly url: string }[];
}
