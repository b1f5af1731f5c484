import { Construct } from "constructs";
import type { RawResource as RawResourceData } from "../model/declaration";
import type { Service } from "../model/service";
import { cameFrom } from "./annotate";
import { PROVIDERS } from "./providers";
import { TerraformResource } from "./tf";

/** A resource given as data: any type of the pinned provider, with Terraform's own argument names. */
export class RawResource extends TerraformResource {
  private attributes: Readonly<Record<string, unknown>>;
  private readonly tagAttribute: "tags" | "labels";
  private readonly carriesTags: boolean;

  /** @throws when the pinned provider has no such type */
  constructor(scope: Construct, { cloud, type, id, attributes }: RawResourceData) {
    super(scope, `${type}.${id}`, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: cloud },
    });
    this.overrideLogicalId(id);
    this.attributes = attributes;
    this.tagAttribute = cloud === "aws" ? "tags" : "labels";
    this.carriesTags = `${this.tagAttribute}Input` in bindingOf(cloud, type).prototype;
  }

  /** Adds tags or labels where the type has them; those of the declaration win. */
  mergeTags(tags: Readonly<Record<string, string>>): void {
    if (!this.carriesTags) return;
    const own = this.attributes[this.tagAttribute] as Record<string, string> | undefined;
    this.attributes = { ...this.attributes, [this.tagAttribute]: { ...tags, ...own } };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

/** What a declaration adds beside what its workload gets. */
export class RawResources extends Construct {
  constructor(scope: Construct, service: Service) {
    super(scope, "extend");
    cameFrom(this, service, "extend");
    for (const resource of service.extend) {
      cameFrom(new RawResource(this, resource), service, resource.path);
    }
  }
}

interface Binding {
  readonly tfResourceType?: string;
  readonly prototype: object;
}

/** The generated class of a Terraform type, which knows what the type can carry: `aws_sns_topic` is in `sns-topic`. */
function bindingOf(cloud: "aws" | "google", type: string): Binding {
  const folder = type.slice(cloud.length + 1).replaceAll("_", "-");
  try {
    // The type is data, and importing every type's class would take seconds: only this one is loaded.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const exported = require(`@cdktf/provider-${cloud}/lib/${folder}`) as Record<string, Binding>;
    const found = Object.values(exported).find((binding) => binding.tfResourceType === type);
    if (found !== undefined) return found;
  } catch {
    // The folder is missing: said below.
  }
  const { source, version } = PROVIDERS[cloud];
  throw new Error(
    `expected a resource type of ${source} ${version}, got ${type}; correct its name`,
  );
}
