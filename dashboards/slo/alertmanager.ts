import { TIER_NAMES } from "../../model/burn";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { toYaml } from "../yaml";

const SEVERITIES = ["page", "ticket"] as const;
type Severity = (typeof SEVERITIES)[number];

/** Who is told of a team's alerts of one severity. */
export const receiverName = (team: string, severity: Severity): string => `${team}-${severity}`;

/** Who is told of what: a team's pages and tickets go to the environment's webhooks. */
export function renderAlertmanager(environment: Environment): RenderedFile {
  const { declaration } = environment;
  const platform = declaration.owner.team;
  const teams = [...new Set([platform, ...environment.services.map(({ owner }) => owner.team)])];
  return {
    path: files.alertmanager,
    text: toYaml(
      {
        route: {
          receiver: receiverName(platform, "ticket"),
          group_by: ["alertname", "environment", "cell", "severity"],
          group_wait: "30s",
          group_interval: "5m",
          repeat_interval: "12h",
          routes: teams.sort().flatMap(teamRoutes),
        },
        inhibit_rules: inhibitRules(),
        receivers: teams.sort().flatMap((team) => receivers(team, declaration.alerting)),
      },
      "Each receiver's token is read from a file beside this one: secrets/<receiver>.",
    ),
  };
}

const teamRoutes = (team: string) =>
  SEVERITIES.map((severity) => ({
    receiver: receiverName(team, severity),
    matchers: [`severity="${severity}"`, `team="${team}"`],
    ...(severity === "page" ? { group_wait: "10s", repeat_interval: "4h" } : {}),
  }));

const receivers = (team: string, addresses: Readonly<Record<Severity, string>>) =>
  SEVERITIES.map((severity) => ({
    name: receiverName(team, severity),
    webhook_configs: [
      {
        url: addresses[severity],
        send_resolved: true,
        http_config: {
          authorization: { credentials_file: `secrets/${receiverName(team, severity)}` },
        },
      },
    ],
  }));

/** A faster tier's alert says all that a slower one of the same SLO would. */
const inhibitRules = () =>
  TIER_NAMES.slice(0, -1).map((name, index) => ({
    source_matchers: [`burn_tier="${name}"`],
    target_matchers: [`burn_tier=~"${TIER_NAMES.slice(index + 1).join("|")}"`],
    equal: ["sloth_id", "environment", "cell"],
  }));
