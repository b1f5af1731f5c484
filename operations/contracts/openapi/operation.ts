import { routeId } from "../../../model/names";
import type { RequestDriven } from "../../../model/service";
import type { JsonSchema } from "../../../model/workloads/json_schema";
import type {
  DescribedRoute,
  QueryParameter,
  Route,
} from "../../../model/workloads/request_settled";
import { answersOf } from "./answers";
import { requirementsOf } from "./security";

/** One route. */
export function operationOf(route: DescribedRoute, { throttle }: RequestDriven) {
  const parameters = [...pathParameters(route), ...route.query.map(queryParameter)];
  return {
    operationId: routeId(route.method, route.path),
    security: requirementsOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(route.request && { requestBody: { required: true, content: json(route.request) } }),
    responses: answersOf(route, throttle),
  };
}

const json = (schema: JsonSchema) => ({ "application/json": { schema } });

/** OpenAPI has no parameter that takes slashes: `rest+` says by its name that it does. */
function pathParameters({ path }: Route) {
  return [...path.matchAll(/\{(\w+\+?)\}/g)].map(([, name = ""]) => ({
    ...{ name, in: "path", required: true },
    ...(name.endsWith("+") && { description: "All that follows, with its slashes." }),
    schema: { type: "string" },
  }));
}

const queryParameter = ({ name, required, schema }: QueryParameter) => ({
  ...{ name, in: "query", required, schema },
});
