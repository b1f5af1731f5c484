import type { Cloud } from "../../model/declaration";
import type { App } from "../tf";
import { awsStacks } from "./aws_stacks";
import { googleStacks } from "./google_stacks";
import type { PlatformStack } from "./platform_stack";
import type { StacksProps } from "./stacks_props";

/** Makes every stack of an environment, in the order in which they are applied. */
export type StacksBuilder = (app: App, props: StacksProps) => readonly PlatformStack[];

/** One builder a cloud. */
export const builders: Readonly<Record<Cloud, StacksBuilder>> = {
  aws: awsStacks,
  google: googleStacks,
};
