import type { Owner } from "../../model/declaration";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { PAGE_REPEATS } from "../slo/alertmanager";
import { numbered, type Section } from "./page";

/** Whom to call after the service's own team, and when. */
export function escalation(service: Service, { declaration, services }: Environment): Section {
  const own = service.name;
  const needed = services.filter(({ name }) => service.dependsOn.includes(name));
  const needing = services.filter(({ dependsOn }) => dependsOn.includes(own));
  return {
    heading: "Escalation",
    lines: [
      `A page goes to ${who(service.owner)} at once, and again every ${PAGE_REPEATS} while it fires; a ticket waits for working hours. Others are called when:`,
      "",
      ...numbered([
        ...needed.map(
          ({ name, owner }) =>
            `${name} is the cause, without which ${own} cannot work: ${who(owner)}.`,
        ),
        ...needing.map(
          ({ name, owner }) =>
            `the budget burns by a tier that pages: ${who(owner)} of ${name}, which cannot work without ${own}, must know.`,
        ),
        `the burn goes on although half the time until the budget is gone has passed, or the cause lies under the service: ${who(declaration.owner)}, who answers for ${declaration.name}.`,
      ]),
    ],
  };
}

const who = ({ team, contact }: Owner): string => `team ${team} (${contact})`;
