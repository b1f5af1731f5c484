import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Cloud } from "../model/declaration";
import { rotatedSecrets, runsCode, type Service } from "../model/service";
import { bundleFunction, type FunctionBundle } from "./bundle";
import { UserError } from "./cli/errors";

/** The code of one folder for one cloud. */
export interface ServiceCode {
  /** The folder, such as `functions/orders`. */
  readonly code: string;
  readonly cloud: Cloud;
  readonly bundle: FunctionBundle;
}

/** What tells bundles apart: services, environments and cells that share a folder share its bundle. */
export const codeKey = (code: string, cloud: Cloud): string => `${code}@${cloud}`;

/**
 * Bundles the code of all services, each folder once a cloud, by {@link codeKey}.
 *
 * @throws UserError when a folder has no adapter for a cloud, or its code does not bundle
 */
export async function bundleServices(
  repositoryRoot: string,
  services: readonly Service[],
): Promise<ReadonlyMap<string, ServiceCode>> {
  const wanted = new Map(
    services.flatMap((service) =>
      foldersOf(service).map(({ code, field }) => {
        const { cloud } = service;
        return [codeKey(code, cloud), { code, field, cloud }] as const;
      }),
    ),
  );
  const bundled = await Promise.all(
    [...wanted].map(async ([key, { code, field, cloud }]) => {
      const bundle = await bundleFolder(repositoryRoot, { code, field }, cloud);
      return [key, { code, cloud, bundle }] as const;
    }),
  );
  return new Map(bundled);
}

/** A folder of code, and where it is declared. */
interface Folder {
  readonly code: string;
  readonly field: string;
}

const foldersOf = (service: Service): Folder[] => [
  ...(runsCode(service) ? [{ code: service.workload.code, field: "workload.code" }] : []),
  ...rotatedSecrets(service).map(({ name, rotation: { code } }) => ({
    ...{ code, field: `secrets.${name}.rotate.code` },
  })),
  ...(service.outbox ? [{ code: service.outbox.code, field: "outbox.code" }] : []),
];

async function bundleFolder(
  root: string,
  { code, field }: Folder,
  cloud: Cloud,
): Promise<FunctionBundle> {
  const entry = `${code}/${cloud}.ts`;
  if (!existsSync(join(root, entry)))
    throw new UserError(
      `${entry}: expected the adapter that runs ${code} on ${cloud === "aws" ? "AWS" : "Google Cloud"}; add it, or correct \`${field}\``,
    );
  return bundleFunction({ entry, platform: cloud, root });
}
