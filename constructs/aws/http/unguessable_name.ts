import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { TerraformResource } from "../../tf";

/** The Terraform type of a value that is in the state and nowhere else; no provider has it, and no cloud is asked for it. */
const STORED = "terraform_data";

/**
 * A name that nobody can guess: 122 random bits, made at the first apply and kept from then on. To have another one made, replace it:
 * `terraform apply -replace=<address>`.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/uuid
 */
export class UnguessableName extends Construct {
  private readonly stored: StoredValue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.stored = new StoredValue(this, MAIN);
  }

  /** Known after the first apply. */
  get value(): string {
    return this.stored.getStringAttribute("output");
  }
}

class StoredValue extends TerraformResource {
  constructor(scope: Construct, id: string) {
    // `uuid()` is another one at each plan: what is stored is not compared with it.
    super(scope, id, {
      terraformResourceType: STORED,
      lifecycle: { ignoreChanges: ["input"] },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: "${uuid()}" };
  }
}
