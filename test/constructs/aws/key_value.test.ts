import { cellOf, resource, statements } from "../support/synth";
import { WITH_KEYS } from "../support/key_value";

const cell = cellOf(WITH_KEYS).json;
const TABLE =
  "arn:aws:dynamodb:us-east-1:123456789012:table/${aws_dynamodb_table.baskets_lines.name}";

test("code finds a table and its indexes by their variables", () => {
  const { environment } = resource(cell, "aws_lambda_function.baskets_handler");
  expect(environment).toMatchObject({
    variables: {
      LINES_TABLE: "${aws_dynamodb_table.baskets_lines.name}",
      LINES_TABLE_INDEX_BY_CUSTOMER: "by-customer",
      LINES_TABLE_INDEX_BY_DIGEST: "by-digest",
      LINES_TABLE_INDEX_BY_TITLE: "by-title",
    },
  });
});

test("and may query each by its exact name, and no other", () => {
  const granted = statements(
    resource(cell, "aws_iam_role_policy.baskets_handler_grants").policy,
  ).filter(({ Action }) => JSON.stringify(Action).includes("dynamodb:"));
  expect(granted).toEqual([
    {
      ...{ Sid: "GetQueryPutItems", Effect: "Allow", Resource: TABLE },
      Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
    },
    {
      ...{ Sid: "QueryIndexes", Effect: "Allow", Action: "dynamodb:Query" },
      Resource: ["by-customer", "by-digest", "by-title"].map((name) => `${TABLE}/index/${name}`),
    },
  ]);
});
