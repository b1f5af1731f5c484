import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { Construct } from "constructs";
import type { GoogleEnvironment } from "../../model/environment";
import { stackId, stateKey } from "../../model/names";
import { requiredVersion } from "../../model/tool";
import { GcsBackend, type GcsBackendConfig } from "../tf";
import { PlatformStack } from "./platform_stack";

export interface GoogleStackProps {
  readonly declaration: GoogleEnvironment;
}

/** The ring and the name of the key that encrypts state; the bootstrap stack makes both. */
export const stateKeyRing = (environment: string): string => stackId(environment, "bootstrap");
export const STATE_KEY = "state";

/** cdktf 0.21 does not know the property, and passes on what it does not know. */
interface EncryptedGcsBackendConfig extends GcsBackendConfig {
  /** @see https://developer.hashicorp.com/terraform/language/backend/gcs#customer-managed-encryption-keys */
  readonly kmsEncryptionKey: string;
}

/** A stack of a Google environment. The GCS backend always locks: it writes `<prefix>/default.tflock`. */
export class GoogleStack extends PlatformStack {
  constructor(scope: Construct, id: string, { declaration }: GoogleStackProps) {
    super(scope, id, { provider: "google", requiredVersion: requiredVersion(declaration) });
    const { project, region, stateBucket } = declaration;
    new GoogleProvider(this, "google", {
      ...{ project, region },
      // The labels of a resource are those of `tagAll`, and no other.
      addTerraformAttributionLabel: false,
    });
    new GcsBackend(this, {
      bucket: stateBucket,
      prefix: stateKey(id),
      kmsEncryptionKey: stateKeyId(declaration),
    } as EncryptedGcsBackendConfig);
  }
}

function stateKeyId({ project, region, name }: GoogleEnvironment): string {
  const ring = `projects/${project}/locations/${region}/keyRings/${stateKeyRing(name)}`;
  return `${ring}/cryptoKeys/${STATE_KEY}`;
}
