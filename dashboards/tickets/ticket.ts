import { runbookUrl } from "../../model/names";
import type { Owner } from "../../model/declaration";
import type { Environment } from "../../model/settle";
import type { Promql } from "../promql";
import type { AlertRule } from "../slo/alerts";
import type { AlertTest } from "../slo/tests/test_case";

/**
 * An alert on a resource, whatever the objectives say: nobody is known to be hurt, so it waits for the day. Its query
 * has no labels of its own; those here tell it from others of its name.
 */
export interface Ticket {
  readonly alert: string;
  /** Where it is, and what tells it from others of its name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly owner: Owner;
  readonly expr: Promql;
  /** @default - none */
  readonly for?: string;
  readonly summary: string;
  readonly description: string;
  /** A panel that shows it. @default - none */
  readonly dashboardUrl?: string | undefined;
}

/** As Prometheus reads it. */
export const ticketRule = (ticket: Ticket, environment: Environment): AlertRule => ({
  alert: ticket.alert,
  expr: ticket.expr,
  ...(ticket.for === undefined ? {} : { for: ticket.for }),
  labels: ticketLabels(ticket, environment),
  annotations: ticketAnnotations(ticket, environment),
});

const ticketLabels = ({ labels, owner }: Ticket, { name }: Environment) => ({
  severity: "ticket",
  team: owner.team,
  environment: name,
  ...labels,
});

const ticketAnnotations = (
  { alert, summary, description, dashboardUrl }: Ticket,
  { declaration: { links } }: Environment,
): Record<string, string> => ({
  summary,
  description,
  runbook_url: runbookUrl(links.runbooks, alert),
  ...(dashboardUrl === undefined ? {} : { dashboard_url: dashboardUrl }),
});

/** What promtool finds of a ticket's name at a moment: those that fire. @param firing - of all of that name */
export const expectTickets = (
  alert: string,
  eval_time: string,
  firing: readonly Ticket[],
  environment: Environment,
): AlertTest => ({
  eval_time,
  alertname: alert,
  exp_alerts: firing.map((ticket) => ({
    exp_labels: ticketLabels(ticket, environment),
    exp_annotations: ticketAnnotations(ticket, environment),
  })),
});
