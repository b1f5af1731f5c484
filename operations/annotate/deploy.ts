import { servicesIn } from "../../model/cells/services";
import { annotationTags, stackId } from "../../model/names";
import type { Environment } from "../../model/settle";
import type { Annotation } from "./grafana";

/** How an apply ended, as GitHub calls it. */
export const OUTCOMES = ["success", "failure", "cancelled"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An apply of one stack that came to its end. */
export interface Deploy {
  readonly stack: string;
  readonly outcome: Outcome;
  readonly at: Date;
  /** @default - not said */
  readonly commit?: string;
  /** Where it can be read what was done. @default - not said */
  readonly link?: string;
}

/** What boards show of an apply: those of the environment, and of each service that lives in the stack. */
export function deployAnnotation(deploy: Deploy, environment: Environment): Annotation {
  const { stack, outcome, at } = deploy;
  const { name, cells } = environment;
  const cell = cells.find((one) => stackId(name, one) === stack);
  const inside = cell === undefined ? [] : servicesIn(environment, cell);
  return {
    time: at.getTime(),
    tags: [
      ...annotationTags("deploy", name, ...inside.map((service) => service.name)),
      `stack:${stack}`,
      `outcome:${outcome}`,
    ],
    text: [WORDS[outcome](stack), ...details(deploy)].join("<br>"),
  };
}

const partly = (what: string) => (stack: string) =>
  `The apply of ${stack} ${what}: part of it may be there.`;

const WORDS: Readonly<Record<Outcome, (stack: string) => string>> = {
  success: (stack) => `${stack} was applied.`,
  failure: partly("failed"),
  cancelled: partly("was cut off"),
};

/** Grafana shows text as HTML. */
const details = ({ commit, link }: Deploy): string[] => [
  ...(commit === undefined ? [] : [`Commit ${escaped(commit)}`]),
  ...(link === undefined ? [] : [`<a href="${escaped(link)}">What was done</a>`]),
];

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
