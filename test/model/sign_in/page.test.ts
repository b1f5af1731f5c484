import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../../environments/dev";
import type { AwsEnvironment } from "../../../model/environment";
import { problemsOf } from "../../../model/settle";
import type { AuthDeclaration } from "../../../model/workloads/request_declaration";
import { SIGNED_IN_SERVICE } from "../../constructs/support/sign_in";
import { changed } from "../fixtures";

const root = join(__dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs", "sign_in.md"), "utf8");

const [declared, taken] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => new Function(`return {${text}};`)() as unknown,
) as [Pick<AwsEnvironment, "signIn">, { readonly auth: AuthDeclaration }];

test("the users and the service that docs/sign_in.md shows are taken", () => {
  expect(Object.keys(declared.signIn?.clients ?? {})).toEqual(["shop", "desk"]);
  const service = changed(SIGNED_IN_SERVICE, "workload.auth", taken.auth);
  expect(problemsOf({ ...dev, ...declared, services: [service] })).toEqual([]);
});

const source = readFileSync(join(root, "model", "sign_in", "declaration.ts"), "utf8");

test.each(["SignInDeclaration", "SignInClientDeclaration"])(
  "docs/sign_in.md names every property of %s",
  (name) => {
    const [, body = ""] = new RegExp(`interface ${name} \\{([^]*?)\\n\\}`).exec(source) ?? [];
    const properties = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, one = ""]) => one);
    expect(properties.length).toBeGreaterThan(4);
    expect(properties.filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  },
);
