import { inside, parts, type PartName } from "./parts";

/** A service of a compose file. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart: "unless-stopped";
}

/** What is the same for all: the image, and that it comes back. */
export const service = (
  part: PartName,
  rest: Omit<ComposeService, "image" | "restart">,
): ComposeService => ({ image: parts[part].image, restart: "unless-stopped", ...rest });

/** A generated file or folder, at the same path inside. */
export const mount = (path: string): string => `./${path}:${inside(path)}:ro`;

/** Only this machine reaches it: none of these asks who calls. */
export const publish = (...ports: readonly number[]): string[] =>
  ports.map((port) => `127.0.0.1:${port}:${port}`);

/** A variable of whoever starts the stack, without which it does not start. */
export const required = (name: string, why: string): string => `\${${name}:?${why}}`;
