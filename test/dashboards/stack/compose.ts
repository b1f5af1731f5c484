import { readYaml } from "../read";

export interface ReadService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}

export interface ReadCompose {
  readonly services: Readonly<Record<string, ReadService>>;
  readonly volumes: Readonly<Record<string, object>>;
}

export const composeOf = (environment: string): ReadCompose =>
  readYaml<ReadCompose>(environment, "compose.yaml");

/** A mount: `./alertmanager/alertmanager.yaml:/etc/plinth/alertmanager/alertmanager.yaml:ro`. */
export interface Mount {
  readonly from: string;
  readonly to: string;
}

/** Of `${VARIABLE:?why}:/inside:ro` the first colons are the variable's own. */
export function mountsOf({ volumes = [] }: ReadService): Mount[] {
  return volumes.map((volume) => {
    const [, from = "", to = ""] = /^(\$\{[^}]*\}|[^:]*):([^:]*)/.exec(volume) ?? [];
    return { from, to };
  });
}
