/** What is known of the other scanners: `policies/coverage/`, of which its README says what each file holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Title of each scanner, by the name of its files. */
export const SCANNERS = { checkov: "Checkov", trivy: "Trivy", "cdk-nag": "cdk-nag" } as const;

export type Scanner = keyof typeof SCANNERS;

export const scanners = Object.keys(SCANNERS) as Scanner[];

/** Taken from the scanner itself by `tools/scanners/update.mjs`. */
export interface Facts {
  readonly version: string;
  /** The checks that judge a Terraform type. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Another name that a check goes by. */
  readonly names: Readonly<Record<string, string>>;
}

/** Written by hand. */
export interface Settled {
  /** What the check asks, in our words. */
  readonly asks: string;
  /** Why no rule of ours asks the same: "because …". */
  readonly notApplicable?: string;
}

export interface CoverageData {
  readonly facts: Readonly<Record<Scanner, Facts>>;
  readonly settled: Readonly<Record<Scanner, Readonly<Record<string, Settled>>>>;
  /** Each type that Plinth synthesizes: "rules", or "because …" it needs none. */
  readonly types: Readonly<Record<string, string>>;
}

/** Reads `policies/coverage/`. */
export function coverageData(folder: string): CoverageData {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const each = <T>(read: (scanner: Scanner) => Record<string, T>) =>
    Object.fromEntries(scanners.map((scanner) => [scanner, read(scanner)[scanner]])) as Record<
      Scanner,
      T
    >;
  return {
    facts: each((scanner) => JSON.parse(text(`facts/${scanner}.json`)) as Record<string, Facts>),
    settled: each(
      (scanner) => parse(text(`${scanner}.yaml`)) as Record<string, Record<string, Settled>>,
    ),
    types: (parse(text("types.yaml")) as { types: Record<string, string> }).types,
  };
}
