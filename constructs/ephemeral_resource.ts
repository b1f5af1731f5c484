import type { Construct } from "constructs";
import { TerraformElement } from "./tf";
import type { Attributes } from "./terraform_json";

/**
 * What a provider is asked for at each plan and each apply, and Terraform keeps nowhere: it may be handed to write-only arguments alone.
 * Of Terraform from 1.10 and OpenTofu from 1.11 on; cdktf 0.21 has no class for it.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/ephemeral
 */
export class EphemeralResource extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    /** The Terraform type. */
    readonly type: string,
    private readonly attributes: Attributes,
  ) {
    super(scope, id);
  }

  /** An attribute, as an expression. */
  attribute(name: string): string {
    return `\${ephemeral.${this.type}.${this.friendlyUniqueId}.${name}}`;
  }

  override toTerraform(): object {
    return { ephemeral: { [this.type]: { [this.friendlyUniqueId]: this.attributes } } };
  }
}
