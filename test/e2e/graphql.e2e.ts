import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { ask, CELL, writeReviews } from "./graphql";
import { differences, SEEN_OF_GRAPHQL } from "./needs";
import { story } from "./steps";

const { step } = story("graphql");

let estate: Estate;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeReviews(estate);
});

step("apply a GraphQL API, its schema, a resolver of each root field and its firewall", () =>
  apply(estate, CELL),
);

step("who shows no token is told 401", async () => {
  expect((await ask(estate, '{ review(id: "r2") { id } }')).status).toBe(401);
});

step("a query is answered by the function, field by field", async () => {
  // ministack takes no list of a function: two fields in place of one that is a list.
  const query = '{ review(id: "r2") { id text by { name } } other: review(id: "r3") { id } }';
  expect(await ask(estate, query, "a token")).toEqual({
    status: 200,
    body: {
      data: {
        review: { id: "r2", text: "Query.review", by: { name: "Ada" } },
        other: { id: "r3" },
      },
    },
  });
});

step("a mutation is", async () => {
  const query = 'mutation { writeReview(item: "lamp", text: "Bright.") { text } }';
  const { body } = await ask(estate, query, "a token");
  expect(body.data).toEqual({ writeReview: { text: "Mutation.writeReview" } });
});

step("a field whose code fails is answered 200, with errors", async () => {
  const { status, body } = await ask(estate, '{ review(id: "none") { id } }', "a token");
  expect({ status, data: body.data, errors: body.errors?.length }).toEqual({
    ...{ status: 200, data: { review: null }, errors: 1 },
  });
});

step("what the schema has not is not asked of the code", async () => {
  const { body } = await ask(estate, "{ nothing }", "a token");
  expect(JSON.stringify(body.errors)).toContain("nothing");
});

step("a second plan is empty", async () => {
  exited(await estate.run(CELL, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("destroy leaves nothing", async () => {
  await estate.must(CELL, "destroy", "-auto-approve", ...NO_QUESTIONS);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN_OF_GRAPHQL)).toEqual([]);
  return Promise.resolve();
});
