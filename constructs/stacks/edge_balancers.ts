import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Fleet } from "../../model/cells/fleet";
import { ROUTER_CODE, type Router } from "../../model/cells/router/router";
import { settleLogRetentionDays } from "../../model/defaults";
import { awsRouterNames } from "../../model/cells/router/names";
import { awsBalancerNames, EDGE_REGION } from "../../model/names";
import type { Environment } from "../../model/settle";
import { logGroupArn } from "../aws/arn";
import type { PrivateBalancer, RoutedBalancers } from "../aws/edge/behaviours";
import { CellRouter } from "../aws/edge/cell_router";
import { VpcOrigin } from "../aws/edge/vpc_origin";
import { Key, logsMayUse } from "../aws/key";
import { BalancerOfCell } from "../aws/load_balancing/contract";
import { sharedTags, tagAll } from "../tags";

export interface EdgeBalancersProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  /** The text of code that runs at the edge, by its file in the repository. */
  readonly edgeCode: ((file: string) => string) | undefined;
}

/** What deliveries of an environment reach in its cells, made once for all of them. */
export class EdgeBalancers {
  private readonly balancers = new Map<string, PrivateBalancer>();
  private routed: RoutedBalancers | undefined;

  constructor(
    private readonly stack: Construct,
    private readonly props: EdgeBalancersProps,
  ) {}

  /** The one of the service's cell; with a router those of every cell. */
  of(service: string): PrivateBalancer | RoutedBalancers {
    const { environment } = this.props;
    const { fleet, services } = environment;
    if (fleet?.router !== undefined) return (this.routed ??= this.makeRouted(fleet, fleet.router));
    return this.balancerOf(services.find(({ name }) => name === service)?.cell ?? "");
  }

  private balancerOf(cell: string): PrivateBalancer {
    const made = this.balancers.get(cell) ?? this.makeOrigin(cell);
    this.balancers.set(cell, made);
    return made;
  }

  private makeOrigin(cell: string): PrivateBalancer {
    const { environment, declaration } = this.props;
    const { contract, vpcOrigin } = awsBalancerNames(environment.name, cell, true);
    const balancer = new BalancerOfCell(this.stack, `${cell}-balancer`, {
      ...{ contract, location: declaration },
    });
    const made = new VpcOrigin(this.stack, `${cell}-origin`, {
      ...{ name: vpcOrigin, balancerArn: balancer.arn },
    });
    tagAll(made, sharedTags(environment));
    return { vpcOriginId: made.id, dnsName: balancer.dnsName };
  }

  private makeRouted(fleet: Fleet, router: Router): RoutedBalancers {
    const { arn } = this.makeRouter(fleet, router);
    const { cells } = this.props.environment;
    return {
      routerArn: arn,
      cells: Object.fromEntries(cells.map((cell) => [cell, this.balancerOf(cell)])),
    };
  }

  private makeRouter(fleet: Fleet, router: Router): CellRouter {
    const { environment, declaration, edgeCode } = this.props;
    if (edgeCode === undefined)
      throw new Error(`${environment.name}: expected the text of ${ROUTER_CODE}`);
    const names = awsRouterNames(environment.name);
    const key = this.makeKey(names);
    const made = new CellRouter(this.stack, "router", {
      ...{ name: names.router, description: `Leads to the cells of ${environment.name}.` },
      ...{ source: edgeCode(ROUTER_CODE), router, placement: fleet },
      logs: {
        ...{ group: names.logGroup, keyArn: key.arn },
        retentionDays: settleLogRetentionDays(declaration),
      },
    });
    for (const one of [key, made]) tagAll(one, sharedTags(environment));
    return made;
  }

  private makeKey({ keyAlias, logGroup }: ReturnType<typeof awsRouterNames>): Key {
    const { environment, declaration } = this.props;
    const location = { account: declaration.account, region: EDGE_REGION };
    return new Key(this.stack, "router-logs-key", {
      alias: keyAlias,
      description: `Encrypts what the router of ${environment.name} says.`,
      location,
      statements: [logsMayUse([logGroupArn(location, logGroup)], location)],
      deletionWindowDays: declaration.stage === "production" ? 30 : 7,
    });
  }
}
