import { Apigatewayv2Authorizer } from "@cdktf/provider-aws/lib/apigatewayv2-authorizer";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Construct } from "constructs";
import { routeId } from "../../../model/names";
import type { Jwt, Route } from "../../../model/workloads/request_settled";

export interface HttpRoutesProps {
  /** The API that they are routes of. */
  readonly apiId: string;

  /** What answers them. */
  readonly integrationId: string;

  /** Each is a route key, `GET /v1/items/{id}`; who may call it is said by each. */
  readonly routes: readonly Route[];

  /**
   * Whose tokens open the routes that ask for one.
   *
   * @default - no route may ask for one
   */
  readonly jwt?: Jwt | undefined;
}

/** The routes of an API and the authorizer that checks tokens before any code runs. */
export class HttpRoutes extends Construct {
  readonly authorizer: Apigatewayv2Authorizer | undefined;
  /** In the order of the props. */
  readonly routes: readonly Apigatewayv2Route[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: HttpRoutesProps,
  ) {
    super(scope, id);
    this.authorizer = props.jwt && this.makeAuthorizer(props.jwt);
    this.routes = props.routes.map((route) => this.makeRoute(route));
  }

  private makeAuthorizer({ issuer, audience }: Jwt): Apigatewayv2Authorizer {
    return new Apigatewayv2Authorizer(this, "jwt", {
      apiId: this.props.apiId,
      name: "jwt",
      authorizerType: "JWT",
      identitySources: ["$request.header.Authorization"],
      jwtConfiguration: { issuer, audience: [...audience] },
    });
  }

  private makeRoute(route: Route): Apigatewayv2Route {
    const { apiId, integrationId } = this.props;
    return new Apigatewayv2Route(this, routeId(route.method, route.path), {
      apiId,
      routeKey: `${route.method} ${route.path}`,
      target: `integrations/${integrationId}`,
      ...(route.auth === "none" ? { authorizationType: "NONE" } : this.tokenOf(route)),
    });
  }

  private tokenOf({ method, path, scopes }: Route) {
    if (this.authorizer === undefined) {
      throw new Error(
        `${method} ${path}: expected \`jwt\`, since the route asks for a token, got nothing`,
      );
    }
    return {
      authorizationType: "JWT",
      authorizerId: this.authorizer.id,
      ...(scopes.length === 0 ? {} : { authorizationScopes: [...scopes] }),
    };
  }
}
