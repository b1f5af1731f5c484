import { partition } from "../../../constructs/aws/arn";
import type { RequestDriven, Service } from "../../../model/service";
import type { Environment } from "../../../model/settle";
import type { Route } from "../../../model/workloads/request_settled";
import { SAID_BY_THE_API } from "./answers";
import { operationOf } from "./operation";
import { schemesOf } from "./security";

/**
 * What callers may ask of a service, and what they are answered.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(service: Service<RequestDriven>, environment: Environment) {
  const { name, description, owner, workload } = service;
  return {
    openapi: "3.1.1",
    info: {
      title: name,
      description,
      version: versionOf(workload.routes),
      contact: { name: `${owner.team} (${owner.contact})` },
    },
    servers: [serverOf(service, environment)],
    paths: pathsOf(workload),
    components: {
      schemas: SAID_BY_THE_API,
      ...schemesOf(workload),
    },
  };
}

/** A version is the path's first part: `v1`, or `v1, v2` where two stand side by side. */
function versionOf(routes: readonly Route[]): string {
  const versions = routes.flatMap(({ path }) => /^\/(v\d+)(?=\/|$)/.exec(path)?.[1] ?? []);
  return [...new Set(versions)].sort().join(", ") || "unversioned";
}

/** AWS gives the API its id, and a distribution its name, when it is made. */
function serverOf(
  { name, cell, workload: { edge } }: Service<RequestDriven>,
  { name: environment, declaration }: Environment,
) {
  if (edge?.address !== undefined)
    return { url: `https://${edge.address.host}`, description: environment };
  if (edge !== undefined) {
    return {
      url: "https://{distribution}.cloudfront.net",
      description: environment,
      variables: {
        distribution: {
          default: `${name}-distribution`,
          description: `The first part of the output \`${name.replaceAll("-", "_")}_domain_name\` of the stack ${environment}-edge.`,
        },
      },
    };
  }
  const { region } = declaration;
  const suffix = partition(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const output = `${name.replaceAll("-", "_")}_api_id`;
  return {
    url: `https://{api}.execute-api.${region}.${suffix}`,
    description: environment,
    variables: {
      api: {
        default: `${name}-api-id`,
        description: `The output \`${output}\` of the stack ${environment}-${cell}.`,
      },
    },
  };
}

/** Routes of one path together, in the order in which paths are declared. */
function pathsOf(workload: RequestDriven) {
  const paths = [...new Set(workload.routes.map(({ path }) => path))];
  return Object.fromEntries(
    paths.map((path) => [
      path,
      Object.fromEntries(
        workload.routes
          .filter((route) => route.path === path)
          .map((route) => [route.method.toLowerCase(), operationOf(route, workload)]),
      ),
    ]),
  );
}
