import type { IConstruct } from "constructs";
import { sourceOf, type Service, type SourceLine } from "../model/service";
import { TerraformResource } from "./tf";

/** What a resource of cdk.tf.json says under `"//".metadata.plinth`: the gate's findings point there. */
export interface Origin {
  /** The author's path, such as `orders.workload.queue`. */
  readonly path: string;
  /** The line of the declaration; left out where no declaration was read. */
  readonly source?: SourceLine;
}

/**
 * Says which part of a declaration the resources of a construct came from. Call it for the whole first and for
 * its parts after: the last call wins.
 *
 * @param path - the author's path below the service: `workload.queue`; `@default` - the service itself
 */
export function cameFrom(construct: IConstruct, service: Service, path?: string): void {
  const full = path === undefined ? service.name : `${service.name}.${path}`;
  const source = sourceOf(service, full);
  const origin: Origin = source === undefined ? { path: full } : { path: full, source };
  for (const child of construct.node.findAll()) {
    if (TerraformResource.isTerraformResource(child)) writeOrigin(child, origin);
  }
}

/** cdktf writes metadata from a protected getter, after every override: a getter of the instance adds to it. */
function writeOrigin(resource: TerraformResource, origin: Origin): void {
  Object.defineProperty(resource, "constructNodeMetadata", {
    configurable: true,
    get: () => ({
      metadata: { path: resource.node.path, uniqueId: resource.friendlyUniqueId, plinth: origin },
    }),
  });
}
