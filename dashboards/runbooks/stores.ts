import { files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { formatDuration } from "../../model/duration";
import { reasonsOf, type Reason } from "../tickets/reasons";
import { storePanelUrl, ticketOf, watchedStores, type WatchedStore } from "../tickets/store_health";
import { storeCommands, type StoreCommands } from "./aws_stores";
import { escalation } from "./escalation";
import { code, owner, renderPage, type Section } from "./page";

/** One runbook a database, cache or file system, for all reasons for which its ticket is written. */
export function renderStoreRunbooks(environment: Environment): RenderedFile[] {
  const { declaration } = environment;
  if (declaration.cloud !== "aws") return [];
  return watchedStores(environment).map((watched) => ({
    path: files.runbook(watched.alert),
    text: renderPage(watched.alert, [
      ...sections(watched, environment, storeCommands(watched, declaration.region)),
      escalation(watched.service, environment),
      owner(watched.service.owner),
    ]),
  }));
}

const sections = (
  watched: WatchedStore,
  environment: Environment,
  commands: StoreCommands,
): Section[] => [
  { heading: "Meaning", lines: meaning(watched) },
  { heading: "Impact", lines: [commands.impact] },
  { heading: "Diagnosis", lines: [...board(watched, environment), ...commands.look] },
  { heading: "Mitigation", lines: commands.relief },
  { heading: "Verification", lines: verification(watched, environment) },
  { heading: "Rollback", lines: commands.undoRelief },
];

const CALLED = { relational: "database", cache: "cache", file: "file system" } as const;

function meaning({ service, store }: WatchedStore): string[] {
  return [
    `The ${CALLED[store.kind]} ${store.name} of ${service.name} (${service.description}) works worse than it should. Nobody is known to be hurt: the objectives of ${service.name} alert on that.`,
    "",
    "| reason | what is so | for |",
    "| --- | --- | --- |",
    ...reasonsOf(store).map(
      ({ name, says, minutes }) => `| ${name} | ${says} | ${formatDuration(60 * minutes)} |`,
    ),
  ];
}

function board(watched: WatchedStore, environment: Environment): string[] {
  const { service, store } = watched;
  return [
    `Board: <${storePanelUrl(environment, service, store, 0)}>`,
    "",
    "The numbers by which the ticket is written, in the order of its reasons:",
    ...code("promql", ...reasonsOf(store).map((reason) => numberOf(watched, reason, environment))),
  ];
}

/** The query of the ticket, without its limit. */
const numberOf = (watched: WatchedStore, reason: Reason, environment: Environment): string =>
  ticketOf(watched, reason, environment).expr.replace(/ > [\d.]+$/, "");

const verification = (watched: WatchedStore, environment: Environment): string[] => [
  "None of these returns anything; the ticket is closed with the next evaluation:",
  ...code(
    "promql",
    ...reasonsOf(watched.store).map((reason) => ticketOf(watched, reason, environment).expr),
  ),
];
