import { secondsToExhaustion } from "../../model/burn";
import { formatDuration } from "../../model/duration";
import { whenText } from "../../model/maintenance";
import { files, runbookUrl, series, type AlertKind } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { ABSENT_FOR } from "../slo/alerts";
import { fewestBadEvents } from "../slo/guard";
import { overPeriod, periodOf } from "../slo/period";
import { unitOf } from "../slo/sli";
import { thresholdOf, type Slo } from "../slo/slo";
import { watchedStores } from "../tickets/store_health";
import { awsCommands } from "./aws";
import { whyUnheard } from "./application";
import type { CloudCommands } from "./cloud";
import { coldStarts } from "./cold_starts";
import { googleCommands } from "./google";
import { errorBudget } from "./error_budget";
import { escalation } from "./escalation";
import { code, numbered, owner, renderPage, type Section } from "./page";

/** One runbook per alert of an objective, after the template of the Prometheus operator's runbooks. */
export const renderRunbooks = (slos: readonly Slo[], environment: Environment): RenderedFile[] =>
  slos.flatMap((slo) => {
    const commands = commandsOf(slo, environment);
    return [
      runbook(slo, "ErrorBudgetBurn", environment, burnSections(slo, commands, environment)),
      runbook(slo, "MetricAbsent", environment, absentSections(slo, commands)),
    ];
  });

function commandsOf({ service, objective, sli }: Slo, { declaration }: Environment): CloudCommands {
  const commands =
    declaration.cloud === "aws"
      ? awsCommands(service, objective, declaration)
      : googleCommands(service, declaration);
  return {
    ...commands,
    ...(sli.relieved ? {} : { relief: [], undoRelief: [] }),
    ...(objective.sli === "business" && { exporter: whyUnheard(service, objective) }),
  };
}

const runbook = (
  slo: Slo,
  kind: AlertKind,
  environment: Environment,
  sections: readonly Section[],
): RenderedFile => ({
  path: files.runbook(slo.alert(kind)),
  text: renderPage(slo.alert(kind), [
    ...sections,
    escalation(slo.service, environment),
    owner(slo.service.owner),
  ]),
});

function burnSections(slo: Slo, commands: CloudCommands, environment: Environment): Section[] {
  return [
    { heading: "Meaning", lines: [...burnMeaning(slo), ...silence(slo)] },
    { heading: "Impact", lines: burnImpact(slo) },
    {
      heading: "Diagnosis",
      lines: [
        ...board(slo),
        ...dependencies(slo),
        ...stores(slo, environment),
        ...coldStarts(slo),
        ...burnQueries(slo),
        ...commands.look,
      ],
    },
    { heading: "Mitigation", lines: burnMitigation(slo, commands) },
    { heading: "Verification", lines: burnVerification(slo) },
    { heading: "Rollback", lines: burnRollback(commands) },
    errorBudget(slo),
  ];
}

function burnMeaning(slo: Slo): string[] {
  const { objective, service, sli } = slo;
  const unit = unitOf(sli);
  return [
    `${service.name} (${service.description}) promises ${objective.targetPercent.toFixed()}% good ${unit} ${overPeriod(objective)}. Of late, too many ${unit} ${sli.badOnes}.`,
    "",
    `| burn_tier | severity | over | more than | times sustainable | and at least | budget gone in |`,
    `| --- | --- | --- | --- | --- | --- | --- |`,
    ...slo.tiers.map((tier) => {
      const percent = Number(thresholdOf(slo, tier)) * 100;
      const gone = formatDuration(secondsToExhaustion(objective.window, tier));
      return `| ${tier.name} | ${tier.severity} | ${tier.shortWindow} and ${tier.longWindow} | ${Number(percent.toPrecision(6))}% | ${tier.factor.toFixed()} | ${fewestBadEvents(slo, tier)} bad ${unit} | ${gone} |`;
    }),
  ];
}

/** When nobody is told, and that it counts all the same. */
const silence = ({ service: { maintenance } }: Slo): string[] =>
  maintenance.length === 0
    ? []
    : [
        "",
        "Kept silent in these maintenance windows; what is bad in them still counts, and what still fires at their end is sent then:",
        "",
        ...maintenance.map((one) => `- ${whenText(one)}, ${one.mutes}: ${one.reason}`),
      ];

const burnImpact = ({ objective, sli }: Slo): string[] => [
  sli.impact,
  `When the budget is spent, the promise of ${objective.targetPercent.toFixed()}% is broken for the ${periodOf(objective)}.`,
];

const board = (slo: Slo): string[] => [`Board: <${slo.boardUrl}>`, ""];

/** Where to look first: while one of them fails, so does this service. */
const dependencies = ({ service, boardOf }: Slo): string[] =>
  service.dependsOn.length === 0
    ? []
    : [
        `${service.name} cannot work without these; while one of them pages, its cause comes first:`,
        "",
        ...service.dependsOn.map((name) => `- ${name}: <${boardOf(name)}>`),
        "",
      ];

/** Databases and caches have runbooks of their own: whether one of them is the cause, and what to do then. */
function stores({ service }: Slo, { declaration: { links } }: Environment): string[] {
  const own = watchedStores({ services: [service] });
  return own.length === 0
    ? []
    : [
        "Whether one of its stores is slow or full, and what to do then:",
        "",
        ...own.map(({ store, alert }) => `- ${store.name}: <${runbookUrl(links.runbooks, alert)}>`),
        "",
      ];
}

const burnQueries = (slo: Slo): string[] => [
  "The share of bad ones, and how many there were in the last hour:",
  ...code(
    "promql",
    slo.record(series.errorRatio("5m")),
    `sum_over_time(${slo.record(series.bad)}[1h])`,
  ),
];

const burnMitigation = ({ objective }: Slo, { relief }: CloudCommands): string[] => [
  ...numbered(objective.firstSteps),
  "",
  ...relief,
];

/** Of the last deploy, and of the mitigation itself. */
const burnRollback = ({ rollback, undoRelief }: CloudCommands): string[] => [
  ...rollback,
  ...undoRelief,
];

const burnVerification = (slo: Slo): string[] => [
  `The short window falls first: ${slo.tiers.map((tier) => `\`${tier.name}\` clears within ${tier.shortWindow}`).join(", ")} of the last bad ${unitOf(slo.sli).slice(0, -1)}. The burn is over when this is 0:`,
  ...code("promql", slo.record(series.currentBurnRate)),
];

function absentSections(slo: Slo, commands: CloudCommands): Section[] {
  const presence = slo.sli.presence.selector;
  const rest =
    "Nothing was changed by this alert's mitigation; if the exporter's configuration was, apply the one before.";
  return [
    {
      heading: "Meaning",
      lines: [
        `For ${ABSENT_FOR} the job \`${slo.sli.job}\` has not delivered what the objective ${slo.objective.name} of ${slo.service.name} is judged by.`,
      ],
    },
    {
      heading: "Impact",
      lines: ["The objective is blind: no burn alert can fire, and the budget stands still."],
    },
    {
      heading: "Diagnosis",
      lines: [
        ...board(slo),
        "Is the exporter being scraped, and does the series exist?",
        ...code("promql", `up{job="${slo.sli.job}"}`, presence),
        ...commands.exporter,
      ],
    },
    {
      heading: "Mitigation",
      lines: numbered([
        "If `up` is 0 or missing, start the exporter, or correct its address in the scrape configuration.",
        "If `up` is 1, read the exporter's log: a refused permission or a throttled API is written there.",
        "If the resource is gone, run `npx plinth drift`: somebody deleted what the stacks hold.",
      ]),
    },
    {
      heading: "Verification",
      lines: [
        "The query returns a series again; the alert clears with the next evaluation:",
        ...code("promql", presence),
      ],
    },
    { heading: "Rollback", lines: [rest] },
  ];
}
