import type { Exemption, FreezeException } from "../model/gate/exemptions";
import { files } from "../model/names";
import type { RenderedFile } from "../model/output";
import type { Environment } from "../model/settle";

/** The shape that `plinth gate --exemptions` takes. */
interface ExemptionsFile {
  readonly schema: "plinth.exemptions/v1";
  readonly environment: string;
  readonly exemptions: readonly Exemption[];
  readonly freezeExceptions: readonly FreezeException[];
}

/** What an environment's data file sets aside, for the gate that judges the next change. */
export function renderExemptions(environment: Environment): RenderedFile {
  const content: ExemptionsFile = {
    schema: "plinth.exemptions/v1",
    environment: environment.name,
    exemptions: environment.exemptions,
    freezeExceptions: environment.freezeExceptions,
  };
  return { path: files.exemptions, text: `${JSON.stringify(content, undefined, 2)}\n` };
}
