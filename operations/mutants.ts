/** How many mistakes tests notice, told alike of policies and of rules. */

export interface Count {
  readonly killed: number;
  readonly survived: number;
  /** Percent killed, two decimals; 100 where there is none. */
  readonly score: number;
}

export function countOf(mutants: readonly { readonly fate: string }[]): Count {
  const killed = mutants.filter(({ fate }) => fate === "killed").length;
  const part = mutants.length === 0 ? 1 : killed / mutants.length;
  return { killed, survived: mutants.length - killed, score: Math.floor(part * 10_000) / 100 };
}

export const countText = ({ killed, survived, score }: Count): string =>
  `${score} % of ${killed + survived} mistakes noticed, ${survived} not`;

/** What was changed to what, on one line. */
export const changeText = (from: string, to: string, arrow: string): string =>
  `${brief(from)} ${arrow} ${to === "" ? "(removed)" : brief(to)}`;

const brief = (text: string): string => text.replace(/\s+/g, " ").slice(0, 100);
