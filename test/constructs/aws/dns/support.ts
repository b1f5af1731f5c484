import type { DnsZone } from "../../../../constructs/aws/dns/zone";
import type { PlatformStack } from "../../../../constructs/stacks/platform_stack";
import { synthesizeOne } from "../../support/synth";

/** A zone that stands elsewhere. */
export const ZONE: DnsZone = { name: "example.com", id: "Z0123456789ABCDEFGHIJ" };

/** What a construct says when it refuses its properties, without its path. */
export function refusalOf(build: (stack: PlatformStack) => void): string[] {
  let said = "nothing was refused";
  synthesizeOne((stack) => {
    try {
      build(stack);
    } catch (error) {
      said = (error as Error).message;
    }
  });
  return said.split("\n").map((line) => line.replace(/^test-c01\/it(\/\w+)?: /, ""));
}
