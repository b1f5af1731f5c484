import type { IConstruct } from "constructs";
import type { Service } from "../model/service";
import { SHARED, type Tags } from "../model/names";
import type { Environment } from "../model/settle";
import { RawResource } from "./raw_resource";
import { Aspects, type IAspect, TerraformResource } from "./tf";

type Labels = Record<string, string>;

/** What cdktf's classes of resources with tags (AWS) or labels (Google Cloud) have. */
interface Tagged {
  tags?: Labels;
  readonly tagsInput?: Labels;
}
interface Labelled {
  labels?: Labels;
  readonly labelsInput?: Labels;
}

/** The tags of what belongs to one service. */
export function tagsOf(service: Service): Tags {
  return {
    service: service.name,
    owner: service.owner.team,
    environment: service.environment,
    "cost-center": service.costCenter,
  };
}

/** The tags of what the services of an environment share. */
export function sharedTags({ name, declaration }: Environment): Tags {
  return {
    service: SHARED,
    owner: declaration.owner.team,
    environment: name,
    "cost-center": declaration.costCenter,
  };
}

/** The tag by which people, consoles and exporters call what has no name of its own: AWS chooses its id. */
export const named = (name: string): { readonly Name: string } => ({ Name: name });

/**
 * Tags every resource below a construct that can carry tags or labels; what a resource has of its own wins.
 *
 * One mechanism on purpose: a cell holds services of several owners, so the provider's `default_tags` cannot carry
 * these, and a key that is in both shows as a difference for ever.
 */
export function tagAll(scope: IConstruct, tags: Tags): void {
  Aspects.of(scope).add(new Tagging({ ...tags }));
}

/** As {@link tagAll}, at once and before what an aspect of a larger scope says: for what belongs to a service in a stack that services share. */
export function tagNow(scope: IConstruct, tags: Tags): void {
  const tagging = new Tagging({ ...tags });
  for (const node of scope.node.findAll()) tagging.visit(node);
}

class Tagging implements IAspect {
  constructor(private readonly tags: Labels) {}

  visit(node: IConstruct): void {
    if (node instanceof RawResource) return node.mergeTags(this.tags);
    if (!TerraformResource.isTerraformResource(node)) return;
    // Google's `tags` are something else (network tags, resource manager tags).
    if (node.terraformResourceType.startsWith("aws_")) this.tag(node as unknown as Tagged);
    else this.label(node as unknown as Labelled);
  }

  private tag(node: Tagged): void {
    if ("tagsInput" in node) node.tags = { ...this.tags, ...node.tagsInput };
  }

  private label(node: Labelled): void {
    if ("labelsInput" in node) node.labels = { ...this.tags, ...node.labelsInput };
  }
}
