import type { Maintenance } from "../../model/maintenance";
import type { Service } from "../../model/service";
import type { Severity } from "./severity";

/** The times that Alertmanager knows by name; each once, though every service has its environment's. */
export function timeIntervals(services: readonly Service[]) {
  const all = services.flatMap(({ maintenance }) => maintenance);
  const byId = new Map(all.map((window) => [window.id, window]));
  return byId.size === 0 ? {} : { time_intervals: [...byId.values()].map(timeInterval) };
}

const timeInterval = (window: Maintenance) => ({
  name: window.id,
  time_intervals: [
    {
      times: [{ start_time: window.from, end_time: window.until }],
      ...days(window),
      location: window.timeZone,
    },
  ],
});

function days({ weekdays, date }: Maintenance) {
  if (date === undefined) return { weekdays };
  const [year, month, day] = date.split("-").map(Number);
  return { years: [`${year}`], months: [`${month}`], days_of_month: [`${day}`] };
}

/**
 * Where alerts of objectives go while one of their service's windows is open: nowhere. The label is on these alone, so
 * what is said of the alerting itself is always sent.
 */
export function mutedRoutes(services: readonly Service[], severity: Severity) {
  const routes = services.flatMap(({ name, maintenance }) => {
    const muted = maintenance.filter(({ mutes }) => severity === "ticket" || mutes !== "tickets");
    return muted.length === 0
      ? []
      : [
          {
            matchers: [`sloth_service="${name}"`],
            mute_time_intervals: muted.map(({ id }) => id),
          },
        ];
  });
  return routes.length === 0 ? {} : { routes };
}
