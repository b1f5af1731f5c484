import type { EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { tokensProblems } from "../../sign_in/rules";
import { warmProblems } from "../request_rules";
import type { GraphqlDeclaration } from "./declaration";

/** What the fields of a workload of GraphQL mean to one another and to the cloud; paths start at the service. */
export function graphqlProblems(
  workload: GraphqlDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  const { auth } = workload;
  return [...tokensProblems({ auth, routes: [] }, environment), ...warmProblems(workload)];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), which has no GraphQL API of its own (docs/clouds.md); list the service in environments on AWS only, got "graphql"`;
