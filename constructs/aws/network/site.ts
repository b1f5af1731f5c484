import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { awsNetworkNames } from "../../../model/names";
import type { Network } from "../../../model/network/network";
import type { Location } from "../arn";

/** What the parts of one network have in common. */
export interface Site {
  readonly vpc: Vpc;
  readonly plan: Network;
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsNetworkNames>;
  readonly location: Location;
}

export const EVERYWHERE = "0.0.0.0/0";
export const EVERYWHERE_IPV6 = "::/0";
