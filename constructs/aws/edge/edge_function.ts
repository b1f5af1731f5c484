import { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { literal } from "../../literal";
import type { ITerraformDependable } from "../../tf";

export interface EdgeFunctionProps {
  /** Unique in an account; `model/names.ts` makes it. */
  readonly name: string;

  /** What it does, in a sentence. */
  readonly description: string;

  /** The text of the code, as CloudFront runs it. */
  readonly code: string;

  /**
   * ARN of the key-value store that the code reads; CloudFront gives a function one.
   *
   * @default - none
   */
  readonly store?: string;

  /**
   * What must stand before the code runs, such as entries of its store.
   *
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];

  /**
   * Where CloudFront writes what the code says, in us-east-1.
   *
   * @default - in clear and for ever, from the first word on
   */
  readonly logs?: EdgeFunctionLogs;
}

export interface EdgeFunctionLogs {
  /** `/aws/cloudfront/function/` and the function's name. */
  readonly group: string;

  /** ARN of the customer key that encrypts them. */
  readonly keyArn: string;

  /** Days for which they are kept; one of the numbers that CloudWatch takes. */
  readonly retentionDays: number;
}

/** CloudFront's bounds. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const LONGEST_NAME = 64;
const LONGEST_COMMENT = 128;
const MOST_BYTES = 10_240;

/** Code that CloudFront runs at each request, in less than a millisecond. What is applied is published: distributions run it at once. */
export class EdgeFunction extends Construct {
  readonly function: CloudfrontFunction;

  constructor(scope: Construct, id: string, props: EdgeFunctionProps) {
    super(scope, id);
    const { name, description, code, store, dependsOn = [], logs } = props;
    const bytes = Buffer.byteLength(code);
    refuse(this, [
      name.length > LONGEST_NAME &&
        `expected a name of at most ${LONGEST_NAME} characters, got ${name}, which has ${name.length}`,
      bytes > MOST_BYTES && `expected code of at most ${MOST_BYTES} bytes, got ${bytes}`,
    ]);
    this.function = new CloudfrontFunction(this, MAIN, {
      ...{ name, runtime: "cloudfront-js-2.0", publish: true },
      comment: description.slice(0, LONGEST_COMMENT),
      code: literal(code),
      ...(store === undefined ? {} : { keyValueStoreAssociations: [store] }),
      ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
    });
    if (logs === undefined) return;
    new CloudwatchLogGroup(this, "logs", {
      ...{ name: logs.group, kmsKeyId: logs.keyArn, retentionInDays: logs.retentionDays },
    });
  }
}
