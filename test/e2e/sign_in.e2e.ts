import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN_OF_SIGN_IN } from "./needs";
import { authorize, claimsOf, exchange, makeUser, outputsOf, poolOf, signIn } from "./code_flow";
import { CELL, NETWORK, writeUsers } from "./sign_in";
import { story } from "./steps";

const { step } = story("sign-in");

let estate: Estate;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeUsers(estate);
});

step("apply the users, the pages on which they sign in and the clients that ask them to", () =>
  apply(estate, NETWORK),
);

step(
  "apply a service that takes their tokens, whose issuer it reads from the parameter store",
  () => apply(estate, CELL),
);

step("the API asks for tokens of that issuer and for those clients", async () => {
  const outputs = await outputsOf(estate);
  const shown = JSON.parse(await estate.must(CELL, "show", "-json")) as Shown;
  const authorizer = shown.values.root_module.resources.find(
    ({ type }) => type === "aws_apigatewayv2_authorizer",
  );
  const { sign_in_issuer: issuer, sign_in_client_ids: ids } = outputs;
  expect(authorizer?.values.jwt_configuration).toEqual([
    { issuer: issuer.value, audience: Object.values(ids.value).sort() },
  ]);
});

step(
  "a user signs in at the pages, and a client gets tokens for a code and its verifier",
  async () => {
    const outputs = await outputsOf(estate);
    const client = outputs.sign_in_client_ids.value["desk"] ?? "";
    await makeUser(estate, poolOf(outputs));
    const { code, verifier } = await signIn(estate, client);
    expect(await exchange(estate, client, code, "v".repeat(43))).toMatchObject({
      error: "invalid_grant",
    });
    const again = await signIn(estate, client);
    const tokens = await exchange(estate, client, again.code, again.verifier);
    expect(verifier).not.toBe(again.verifier);
    expect(claimsOf(tokens)).toMatchObject({
      iss: outputs.sign_in_issuer.value,
      client_id: client,
      token_use: "access",
      scope: expect.stringContaining("catalogue/write") as string,
    });
  },
);

step("a client gets no token in an address", async () => {
  const { sign_in_client_ids: ids } = await outputsOf(estate);
  const answer = await authorize(estate, {
    response_type: "token",
    client_id: ids.value["desk"] ?? "",
  });
  expect(answer.status).toBe(400);
});

step("second plans are empty", async () => {
  for (const stack of [NETWORK, CELL])
    exited(await estate.run(stack, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  for (const stack of [CELL, NETWORK])
    await estate.must(stack, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_SIGN_IN)).toEqual([]);
  return Promise.resolve();
});

interface Shown {
  readonly values: {
    readonly root_module: {
      readonly resources: readonly {
        readonly type: string;
        readonly values: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}
