import { judge } from "../../policies/gate";
import { file, fixtures, load, now, planEditor } from "./fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** Every argument that the author of a plan set, with the resource it is of. */
function written(name: string): [address: string, argument: string][] {
  const { configuration, resource_changes } = load(`plans/${name}.json`);
  const changed = new Set(resource_changes.map(({ address }: any) => address));
  return (configuration.root_module.resources as any[])
    .filter(({ mode, address }) => mode === "managed" && changed.has(address))
    .flatMap(({ address, expressions }) =>
      Object.keys(expressions).map((argument): [string, string] => [address, argument]),
    );
}

/** All arguments of that name become known only after apply. */
async function without(name: string, argument: string) {
  const plan = planEditor(`plans/${name}.json`);
  for (const [address, other] of written(name))
    if (other === argument) plan.hide(address, argument);
  const { findings } = await judge([file(plan.json)], { now });
  return findings.filter(({ verdict }) => verdict === "undetermined");
}

test.each(fixtures)(
  "of %s, each undetermined finding names what is known only after apply",
  async (name) => {
    const names = [...new Set(written(name).map(([, argument]) => argument))].sort();
    let seen = 0;
    for (const argument of names) {
      for (const { address, message } of await without(name, argument)) {
        const [, why = ""] =
          /^.+? cannot be judged: (.+) is known only after apply, or sensitive$/.exec(message) ??
          [];
        const reasons = why.split(", ");
        expect([address, argument, reasons]).toEqual([
          address,
          argument,
          expect.arrayContaining([
            expect.stringMatching(/^(which \w+ belong to it|\w+( of \S+)?)$/),
          ]),
        ]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(0);
  },
);
