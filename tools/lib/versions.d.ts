export function parseVersion(text: string): string | undefined;
export function compareVersions(left: string, right: string): number;
export function fits(version: string, range: string): boolean;
