import type { RouterDeclaration } from "./declaration";

/** A fleet's router, every default settled. */
export interface Router {
  readonly key: RouterKey;
  /** The cell of requests without a key; undefined: they are answered with 401. */
  readonly home: string | undefined;
  /** How many VPC origins the account may have. */
  readonly vpcOrigins: number;
}

export interface RouterKey {
  readonly from: "cookie" | "header";
  readonly name: string;
  /** Of a JSON Web Token; undefined: the value itself is the key. */
  readonly claim: string | undefined;
  readonly trust: "signature" | "cell";
}

/** The source of its code, from the repository's root. */
export const ROUTER_CODE = "functions/edge/router.js";

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions */
const VPC_ORIGINS = 25;

export function settleRouter({ key, home, vpcOrigins = VPC_ORIGINS }: RouterDeclaration): Router {
  const { cookie, header, trust = "signature" } = key;
  const claim = key.claim ?? (trust === "signature" ? "sub" : undefined);
  const from = cookie === undefined ? "header" : "cookie";
  return { key: { from, name: cookie ?? header ?? "", claim, trust }, home, vpcOrigins };
}
