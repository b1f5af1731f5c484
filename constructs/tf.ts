/**
 * The only module that imports `cdktf`. It was archived in 2025-12 and lives on under another name with the same API;
 * the day this platform moves, this file changes and nothing else.
 */
// The module itself, whose function is replaced below: a bundler's copy of its exports could not be written to.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import stackTrace = require("cdktf/lib/tokens/private/stack-trace");
import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { resolvePlain } from "./plain_values";

export {
  App,
  Aspects,
  Fn,
  GcsBackend,
  Lazy,
  Op,
  S3Backend,
  TerraformBackend,
  TerraformElement,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformSelf,
  TerraformStack,
  Token,
} from "cdktf";
export type {
  GcsBackendConfig,
  IAspect,
  ITerraformDependable,
  S3BackendConfig,
  TerraformMetaArguments,
  TerraformResourceLifecycle,
} from "cdktf";

/** What a token stands for, as it would be written; whatever it is made of must be whole. */
export const resolved = (scope: IConstruct, value: unknown): unknown =>
  Tokenization.resolve(value, {
    ...{ scope, preparing: false },
    resolver: new DefaultTokenResolver(new StringConcat()),
  });

const { captureStackTrace } = stackTrace;
const { resolve } = Tokenization;

/**
 * cdktf walks the whole stack for every token and shows the result nowhere in its output: without it synthesis
 * takes about a third less CPU and writes the same bytes (`npm run bench` measures it).
 *
 * @see https://github.com/hashicorp/terraform-cdk/issues/3892
 */
Object.assign(stackTrace, { captureStackTrace: (): string[] => [] });

/** cdktf itself says what is wrong where something is: it knows the path to it. */
Object.assign(Tokenization, {
  resolve(value: unknown, options: Parameters<typeof resolve>[1]): unknown {
    try {
      return resolvePlain(value, (token) => resolve(token, options));
    } catch {
      return resolve(value, options);
    }
  },
});

/** Puts cdktf's own functions back: to see where a token that cannot be resolved was made, and to measure. */
export function restoreCdktf(): void {
  Object.assign(stackTrace, { captureStackTrace });
  Object.assign(Tokenization, { resolve });
}
