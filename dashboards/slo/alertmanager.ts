import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { toYaml } from "../yaml";
import { inhibitRules } from "./inhibition";
import { mutedRoutes, timeIntervals } from "./maintenance";
import { SEVERITIES, type Severity } from "./severity";

/** How often a page that nobody has mended is sent again. */
export const PAGE_REPEATS = "4h";

/** Who is told of a team's alerts of one severity. */
export const receiverName = (team: string, severity: Severity): string => `${team}-${severity}`;

/** Whom an environment tells, by severity, and how. */
export interface Channel {
  readonly addresses: {
    readonly page: string;
    readonly ticket: string;
    readonly watchdog?: string;
  };
  /** What Alertmanager does with what it sends there. */
  readonly deliver: (address: string, name: string, sendResolved: boolean) => object;
}

/** Who is told of what: a team's pages and tickets go to the environment's webhooks. */
export function renderAlertmanager(environment: Environment): RenderedFile {
  const { alerting } = environment.declaration;
  return {
    path: files.alertmanager,
    text: toYaml(
      alertmanagerConfig(environment, { addresses: alerting, deliver: webhook }),
      "Each receiver's token is read from a file beside this one: secrets/<receiver>.",
      ...unwatchedNote(alerting),
    ),
  };
}

/** Routes, inhibition and receivers, whatever the receivers are. */
export function alertmanagerConfig(environment: Environment, channel: Channel) {
  const platform = environment.declaration.owner.team;
  const teams = [
    ...new Set([platform, ...environment.services.map(({ owner }) => owner.team)]),
  ].sort();
  const servicesOf = (team: string) =>
    environment.services.filter((one) => one.owner.team === team);
  return {
    route: {
      receiver: receiverName(platform, "ticket"),
      group_by: ["alertname", "environment", "cell", "severity"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "12h",
      routes: [
        watchdogRoute(channel),
        ...teams.flatMap((team) => teamRoutes(team, servicesOf(team))),
      ],
    },
    ...timeIntervals(environment.services),
    inhibit_rules: inhibitRules(environment.services),
    receivers: [
      watchdogReceiver(channel),
      ...teams.flatMap((team) => teamReceivers(team, channel)),
    ],
  };
}

const teamRoutes = (team: string, services: readonly Service[]) =>
  SEVERITIES.map((severity) => ({
    receiver: receiverName(team, severity),
    matchers: [`severity="${severity}"`, `team="${team}"`],
    ...(severity === "page" ? { group_wait: "10s", repeat_interval: PAGE_REPEATS } : {}),
    ...mutedRoutes(services, severity),
  }));

const teamReceivers = (team: string, channel: Channel) =>
  SEVERITIES.map((severity) =>
    receiver(receiverName(team, severity), channel, channel.addresses[severity]),
  );

const receiver = (name: string, { deliver }: Channel, address: string, sendResolved = true) => ({
  name,
  ...deliver(address, name, sendResolved),
});

const webhook: Channel["deliver"] = (url, name, send_resolved) => ({
  webhook_configs: [
    {
      url,
      send_resolved,
      http_config: { authorization: { credentials_file: `secrets/${name}` } },
    },
  ],
});

const WATCHDOG = "watchdog";
const NOBODY = "nobody";

/** For a comment above a configuration whose dead-man's switch calls nobody. */
export const unwatchedNote = ({ watchdog }: Channel["addresses"]): string[] =>
  watchdog === undefined
    ? [
        "Nobody notices when alerting itself stops: the environment declares no `alerting.watchdog`.",
      ]
    : [];

/** A call about every minute: each half minute Alertmanager asks itself whether the last one is 50 seconds ago. */
const watchdogRoute = ({ addresses: { watchdog } }: Channel) => ({
  receiver: watchdog === undefined ? NOBODY : WATCHDOG,
  matchers: ['alertname="Watchdog"'],
  group_wait: "0s",
  group_interval: "30s",
  repeat_interval: "50s",
});

/**
 * Without an address the alert goes nowhere: at the default receiver it would be a ticket that never closes.
 * That it is resolved is no sign of life.
 */
function watchdogReceiver(channel: Channel) {
  const { watchdog } = channel.addresses;
  return watchdog === undefined ? { name: NOBODY } : receiver(WATCHDOG, channel, watchdog, false);
}
