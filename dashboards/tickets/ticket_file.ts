import { cellOfView, nameIn } from "../../model/cells/view";
import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { hourlyFile, promtoolFile } from "../slo/tests/promtool";
import type { TestCase } from "../slo/tests/test_case";
import { toYaml } from "../yaml";

/** Tickets of one kind, which are a rule file of each cell. */
export interface TicketFile {
  /** Names the file; no service is called so. */
  readonly name: string;
  /** Stands at its head. */
  readonly says: string;
  /** None where an environment, as one of its cells has it, has nothing of the kind. */
  readonly groups: (environment: Environment) => readonly RuleGroup[];
  readonly cases: (environment: Environment) => TestCase[];
  /** How often the rules are evaluated in their tests. */
  readonly interval: "1m" | "1h";
}

/** A rule file as whoever evaluates it takes it. */
export interface TicketRules {
  readonly name: string;
  readonly text: string;
}

/** The rule file of one cell; undefined where it would be empty. @param environment - as the cell has it */
export function ticketRules(
  { name, says, groups }: TicketFile,
  environment: Environment,
): TicketRules | undefined {
  const made = groups(environment);
  if (made.length === 0) return undefined;
  return {
    name: nameIn(cellOfView(environment), name),
    text: toYaml({ groups: made }, says),
  };
}

/** Rules and their tests. @param environment - as one of its cells has it */
export function renderTickets(file: TicketFile, environment: Environment): RenderedFile[] {
  const rules = ticketRules(file, environment);
  if (rules === undefined) return [];
  const { name, text } = rules;
  const testFile = file.interval === "1h" ? hourlyFile : promtoolFile;
  return [
    { path: files.rules(name), text },
    testFile(name, file.cases(environment)),
    renderMimirRules(environment.name, name, file.groups(environment)),
  ];
}
