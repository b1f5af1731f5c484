import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import type { RouteDeclaration } from "./request_declaration";

/** What a route says of its contract, against HTTP and against the routes before it. */
export function contractProblems(
  routes: readonly RouteDeclaration[],
  index: number,
): FieldProblem[] {
  const at = `workload.routes[${index}]`;
  const route = routes[index] as RouteDeclaration;
  return [
    ...problemIf(`${at}.path`, otherNamesProblem(routes, index)),
    ...problemIf(`${at}.query.required`, unknownParameterProblem(route)),
    ...problemIf(`${at}.request`, bodylessProblem(route)),
    ...Object.entries(route.responses ?? {}).flatMap(([status, schema]) =>
      problemIf(
        `${at}.responses.${status}`,
        schema === null ? undefined : emptyProblem(route, status),
      ),
    ),
  ];
}

/** Without the names of parameters. */
const template = (path: string): string => path.replace(/\{\w+\}/g, "{}");

/**
 * One path of an OpenAPI document holds all methods, and so one name for each parameter.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#paths-object
 */
function otherNamesProblem(routes: readonly RouteDeclaration[], index: number): string | undefined {
  const { path } = routes[index] as RouteDeclaration;
  const like = routes.findIndex((other) => template(other.path) === template(path));
  const wanted = routes[like]?.path;
  if (wanted === path) return undefined;
  return `expected the parameters to be called as in routes[${like}], which has the same path, since an OpenAPI document has each path once; write ${show(wanted)}, got ${show(path)}`;
}

function unknownParameterProblem({ query }: RouteDeclaration): string | undefined {
  const known = Object.keys(query?.properties ?? {});
  const unknown = query?.required?.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  return `expected names of its properties (${known.join(", ")}), got ${show(unknown)}`;
}

/**
 * What a body of these means is not defined, and some of those in between drop it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-9.3
 */
function bodylessProblem({ method, request }: RouteDeclaration): string | undefined {
  if (request === undefined || !["DELETE", "GET", "HEAD"].includes(method)) return undefined;
  return `expected nothing on ${method}, whose body has no meaning in HTTP; describe parameters in \`query\`, got ${show(request)}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110.html#section-6.4.1 */
function emptyProblem({ method, responses }: RouteDeclaration, status: string): string | undefined {
  const why = method === "HEAD" ? "HEAD" : ["204", "205", "304"].find((one) => one === status);
  if (why === undefined) return undefined;
  return `expected null, since ${why} is answered without a body, got ${show(responses?.[status])}`;
}
