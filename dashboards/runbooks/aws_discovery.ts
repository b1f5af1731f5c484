import type { Service } from "../../model/service";
import { code } from "./page";

/** How to find out why YACE says nothing of what it finds by its tags. @param own - commands of that resource */
export const whyUndiscovered = (
  { name, environment }: Service,
  region: string,
  own: readonly string[],
): string[] => [
  "YACE's own log, and that its role may read CloudWatch and the tags:",
  ...code(
    "sh",
    `aws resourcegroupstaggingapi get-resources --region ${region} --tag-filters Key=service,Values=${name} Key=environment,Values=${environment}`,
    ...own,
  ),
];
