import type { Secrets, Stage } from "../../../functions/rotation/secrets";

/** A secret as Secrets Manager keeps it. */
export class Kept implements Secrets {
  readonly values = new Map<string, string>();
  readonly stages = new Map<string, Set<string>>();
  rotated = true;
  made = 0;

  constructor(current?: string) {
    if (current === undefined) return;
    this.values.set("v0", current);
    this.stages.set("v0", new Set(["AWSCURRENT"]));
  }

  /** As Secrets Manager begins a rotation: a version without a value. */
  begin(version: string): void {
    for (const stages of this.stages.values()) stages.delete("AWSPENDING");
    this.stages.set(version, new Set(["AWSPENDING"]));
  }

  at(stage: string): string | undefined {
    const version = [...this.stages].find(([, stages]) => stages.has(stage))?.[0];
    return version === undefined ? undefined : this.values.get(version);
  }

  describe() {
    const stages = Object.fromEntries([...this.stages].map(([one, its]) => [one, [...its]]));
    return Promise.resolve({ rotated: this.rotated, stages });
  }

  read(_: string, stage: Stage, version?: string) {
    const other = version !== undefined && !this.stages.get(version)?.has(stage);
    return Promise.resolve(other ? undefined : this.at(stage));
  }

  write(_: string, version: string, value: string) {
    if (this.values.has(version)) throw new Error("ResourceExistsException");
    this.values.set(version, value);
    return Promise.resolve();
  }

  promote(_: string, version: string, from: string | undefined) {
    for (const stages of this.stages.values()) stages.delete("AWSPREVIOUS");
    if (from !== undefined) this.stages.set(from, new Set(["AWSPREVIOUS"]));
    this.stages.set(version, new Set(["AWSCURRENT"]));
    return Promise.resolve();
  }

  random(length: number) {
    return Promise.resolve(`${++this.made}`.padStart(length, "x"));
  }
}
