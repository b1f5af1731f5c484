import type { Service } from "../../../model/service";
import type { Environment } from "../../../model/settle";
import { serviceBoardUrl } from "../links";
import type { PanelSpec } from "../panel";
import type { Row } from "../row";
import { boardAlerts } from "../selectors";
import { budgetsLeft, burnRates, firing } from "./overview_panels";

/** How the services stand that this one cannot work without; one that promises nothing has nothing to show. */
export function dependencyRow({ dependsOn }: Service, environment: Environment): Row {
  const promising = environment.services.filter(({ objectives }) => objectives.length > 0);
  const names = promising.map(({ name }) => name);
  return {
    title: "Dependencies",
    panels: dependsOn.flatMap((name, index) =>
      names.includes(name) ? panelsOf(name, 801 + 10 * index, environment) : [],
    ),
  };
}

function panelsOf(name: string, id: number, environment: Environment): PanelSpec[] {
  const of = { sloth_service: name };
  const links = [{ title: `Board of ${name}`, url: serviceBoardUrl(environment, name) }];
  return [
    {
      id,
      title: `${name}: budget left`,
      description: `Share of each error budget of ${name} that is not spent. Below 0 it promised more than it kept, and so may this service.`,
      ...budgetsLeft(of),
      links,
    },
    {
      id: id + 1,
      title: `${name}: burn rate (1h)`,
      description: `How many times faster than sustainable each budget of ${name} went in the last hour. A burn here at the time of a burn above is its likely cause.`,
      ...burnRates(of),
      links,
    },
    {
      id: id + 2,
      title: `${name}: firing alerts`,
      description: `Alerts of ${name} by name and severity; while one pages, the burn tickets of this service are kept silent. Empty while nothing fires.`,
      ...firing(boardAlerts({ cell: "=~$cell", ...of })),
      links,
    },
  ];
}
