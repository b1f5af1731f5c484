import type { Verdict } from "../../../policies/gate/types";
import { renderGithub } from "./github";
import { renderJunit } from "./junit";
import { renderMarkdown } from "./markdown";
import { renderSarif, type SarifOptions } from "./sarif";
import { renderText } from "./text";

export const FORMATS = ["text", "json", "sarif", "junit", "github", "markdown"] as const;

export type Format = (typeof FORMATS)[number];

export interface FormatOptions extends SarifOptions {
  /** Of `text` only. */
  readonly color: boolean;
}

/** A verdict as text; the same verdict gives the same bytes. */
export function format(verdict: Verdict, name: Format, options: FormatOptions): string {
  return RENDERERS[name](verdict, options);
}

const RENDERERS: Record<Format, (verdict: Verdict, options: FormatOptions) => string> = {
  text: renderText,
  json: (verdict) => `${JSON.stringify(verdict, undefined, 2)}\n`,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  markdown: renderMarkdown,
};
