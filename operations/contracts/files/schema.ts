import { parse } from "graphql/language";
import type { GraphQLError } from "graphql/error";
import {
  getNamedType,
  isScalarType,
  validateSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql/type";
import { buildASTSchema, concatAST } from "graphql/utilities";
import type { Contract, RootField } from "../../../model/contracts/contracts";
import { show } from "../../../model/problems";
import { messageOf } from "../../cli/errors";
import { appSyncFor } from "../diff/kinds/appsync";

/** What a schema offers, or why AppSync would not take it. */
export function readSchema(file: string, text: string): Contract {
  const broken = (why: string): Contract => ({
    kind: "broken",
    problem: `a schema of GraphQL that AppSync takes, got ${show(file)}: ${why}`,
  });
  try {
    const document = parse(text);
    const schema = buildASTSchema(concatAST([document, appSyncFor(document, parse)]));
    const problem = invalidProblem(schema) ?? scalarProblem(schema) ?? subscriptionProblem(schema);
    return problem === undefined
      ? { kind: "graphql", text, fields: fieldsOf(schema) }
      : broken(problem);
  } catch (error) {
    return broken(`${messageOf(error).replace(/\.?\n+/g, "; ")}${placeOf(error)}`);
  }
}

const placeOf = (error: unknown): string => {
  const line = (error as Partial<GraphQLError>).locations?.[0]?.line;
  return line === undefined ? "" : ` (line ${line})`;
};

const invalidProblem = (schema: GraphQLSchema): string | undefined =>
  validateSchema(schema)[0]?.message;

/** @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html */
function scalarProblem(schema: GraphQLSchema): string | undefined {
  const own = Object.values(schema.getTypeMap()).find(
    (type) =>
      isScalarType(type) &&
      type.astNode !== undefined &&
      type.astNode !== null &&
      !type.name.startsWith("AWS") &&
      !BUILT_IN.includes(type.name),
  );
  return (
    own &&
    `it has a scalar of its own, ${own.name}, and AppSync knows those of GraphQL and AWSDate, AWSTime, AWSDateTime, AWSTimestamp, AWSEmail, AWSJSON, AWSURL, AWSPhone and AWSIPAddress alone`
  );
}

const BUILT_IN = ["Boolean", "Float", "ID", "Int", "String"];

/**
 * Subscriptions are told what mutations answer, and no code is asked for them.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html
 */
function subscriptionProblem(schema: GraphQLSchema): string | undefined {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const names = mutationsOf(field);
    if (names.length === 0)
      return `the subscription ${field.name} says no mutations (@aws_subscribe), whose answers its subscribers are sent`;
    const unknown = names.find((name) => mutations[name] === undefined);
    if (unknown !== undefined)
      return `the subscription ${field.name} names a mutation that there is not: ${unknown}`;
    const other = names.find((name) => typeOf(mutations[name]) !== typeOf(field));
    if (other !== undefined)
      return `the subscription ${field.name} is of ${typeOf(field)}, while the mutation ${other} answers ${typeOf(mutations[other])}; they must be of one type`;
  }
  return undefined;
}

type Field = GraphQLField<unknown, unknown>;

const typeOf = (field: Field | undefined): string =>
  field === undefined ? "" : getNamedType(field.type).name;

function mutationsOf({ astNode }: Field): string[] {
  const values = (astNode?.directives ?? [])
    .filter(({ name }) => name.value === "aws_subscribe")
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ value }) => (value.kind === "ListValue" ? value.values : [value]));
  return values.flatMap((value) => (value.kind === "StringValue" ? [value.value] : []));
}

const fieldsOf = (schema: GraphQLSchema): RootField[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) => rootFields(type));

const rootFields = (type: GraphQLObjectType | null | undefined): RootField[] =>
  type === null || type === undefined
    ? []
    : Object.keys(type.getFields()).map((field) => ({ type: type.name, field }));
