import type { EnvironmentDeclaration } from "../../environment";
import { pattern } from "../../leaves";
import { show, type Problem } from "../../problems";

export const privateCaArn = pattern(
  "the ARN of a private certificate authority",
  /^arn:aws[a-z-]*:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[0-9a-f-]{36}$/,
);

/** ECS asks an authority of its own region alone, which may be another account's that shares it. */
export function privateCaProblems(environment: EnvironmentDeclaration): Problem[] {
  if (environment.cloud !== "aws" || environment.privateCa === undefined) return [];
  const { name, region, privateCa, services } = environment;
  const path = `${name}.privateCa`;
  if (!privateCa.includes(`:acm-pca:${region}:`)) {
    const message = `expected an authority in ${region}, where the services of ${name} run, got ${show(privateCa)}`;
    return [{ path, message }];
  }
  if (services.some(({ workload }) => workload.kind === "containerService")) return [];
  const message = `expected a service of containers in ${name}, whose talk alone it encrypts, got none; leave it out`;
  return [{ path, message }];
}
