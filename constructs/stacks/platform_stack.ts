import type { Construct, Node } from "constructs";
import { STACK_OUTPUT } from "../../model/names";
import { requiredVersion } from "../../model/tool";
import { assertUniqueAddresses, logicalId } from "../logical_id";
import { PROVIDERS } from "../providers";
import { EMPTY, type StackLedger } from "../ledger/ledger";
import { withMoves } from "../ledger/moves";
import { assertSealed } from "../sealed";
import { TerraformBackend, type TerraformElement, TerraformOutput, TerraformStack } from "../tf";
import type { TerraformJson } from "../terraform_json";

export interface PlatformStackProps {
  /** The provider that the stack uses; a key of {@link PROVIDERS}. */
  readonly provider: keyof typeof PROVIDERS;

  /**
   * The stack refers to no other stack, which is checked; synthesis then leaves out a pass.
   *
   * @default true
   */
  readonly sealed?: boolean;

  /**
   * Of the tool that runs the stack, as Terraform writes constraints.
   *
   * @default - what every stack asks for
   */
  readonly requiredVersion?: string;
}

/** A stack with a remote backend, readable addresses, exact pins and the output that names it. */
export class PlatformStack extends TerraformStack {
  readonly id: string;
  private readonly sealed: boolean;
  private synthesized: TerraformJson | undefined;
  private ledger: StackLedger = EMPTY;

  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id);
    this.id = id;
    this.sealed = props.sealed ?? true;
    this.addOverride("terraform.required_version", props.requiredVersion ?? requiredVersion({}));
    this.addOverride(`terraform.required_providers.${props.provider}`, PROVIDERS[props.provider]);
    new TerraformOutput(this, STACK_OUTPUT, {
      value: id,
      description: "The stack's id, by which a plan is joined to it.",
    });
  }

  /**
   * What was written.
   *
   * @throws before `app.synth()`
   */
  get json(): TerraformJson {
    if (this.synthesized === undefined) throw new Error(`${this.id}: call app.synth() first`);
    return this.synthesized;
  }

  /** What the stack's addresses were, so that a resource whose construct was renamed is moved and not replaced. */
  recall(ledger: StackLedger): void {
    this.ledger = ledger;
  }

  /** cdktf would fall back to a local backend with this machine's path in it. */
  override ensureBackendExists(): TerraformBackend {
    const backend = this.node.findAll().find((child) => TerraformBackend.isBackend(child));
    if (backend === undefined) {
      throw new Error(
        `${this.id}: expected a backend, got none; give the stack an S3 or GCS backend`,
      );
    }
    return backend as TerraformBackend;
  }

  override prepareStack(): void {
    this.ensureBackendExists();
    assertUniqueAddresses(this);
    if (!this.sealed) super.prepareStack();
  }

  override toTerraform(): TerraformJson {
    const json = super.toTerraform() as TerraformJson;
    assertSealed(this.id, json);
    this.synthesized = withMoves(json, this.ledger);
    return this.synthesized;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return logicalId("node" in element ? element.node : element, this);
  }
}
