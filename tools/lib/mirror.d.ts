type Environment = Record<string, string | undefined>;

export function findMirror(source: string, version: string, env?: Environment): string | undefined;
export function configuredMirrors(text: string): string[];
export function imageMirrors(roots?: string[]): string[];
