/** A tool of the catalogue; all its properties are described in catalogue.js. */
export interface Tool {
  name: string;
  version: string;
  kind: "go" | "python" | "path";
  module?: string;
  pin?: string;
  fits?: string;
  debian?: string;
  onDemand?: true;
}

/** Where a tool was found. */
export interface Located {
  path: string;
  version: string;
  from: "PATH" | "cache";
}

/** A provider, and whether it comes from a mirror, from the registry or from a build of its Go module. */
export interface Provider {
  source: string;
  version: string;
  from: "mirror" | "registry" | "build";
  target?: string;
}

type Environment = Record<string, string | undefined>;

export const aws: { source: string; version: string };
export const tools: Tool[];
export function toolNamed(name: string): Tool;
export function cacheDirectory(env?: Environment): string;
export function locate(tool: Tool, env?: Environment): Located | undefined;
export function findMirror(source: string, version: string, env?: Environment): string | undefined;
export function googleProvider(env?: Environment): Provider;
export function writeCliConfiguration(directory: string, env?: Environment): string;
