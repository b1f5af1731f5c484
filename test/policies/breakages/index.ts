import { aws } from "./aws";
import { awsIam } from "./aws_iam";
import { google } from "./google";
import type { Breakage } from "./notation";

/** By fixture: every way to break it, at least one for each rule. */
export const breakages: readonly Breakage[] = [...aws, ...awsIam, ...google];
