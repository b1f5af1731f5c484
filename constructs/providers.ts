/**
 * Exact pins, those that the bindings were generated from. A source is written with its namespace: the short form
 * (`aws`) means another registry to each tool, and OpenTofu asks for upgrades that it has.
 *
 * @see https://github.com/opentofu/opentofu/issues/2402
 */
export const PROVIDERS = {
  aws: { source: "hashicorp/aws", version: "5.100.0" },
  google: { source: "hashicorp/google", version: "6.50.0" },
} as const;
