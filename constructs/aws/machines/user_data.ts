import { Fn, Token } from "../../tf";
import type { Mount } from "../data/mount";

/** Where a machine finds the variables of its service, as a shell reads them; `boot` has them already. */
export const VARIABLES_FILE = "/etc/plinth/service.env";

const BOOT_FILE = "/var/lib/plinth/boot";

/**
 * What a machine runs as root when it first starts: it writes the service's variables, mounts its files, then becomes the boot script. Texts are in
 * Base64, so that neither Terraform nor a shell reads anything into them; what AWS gives a name later stands beside them.
 *
 * @param variables - by name; values may be references
 * @param mounts - on Amazon Linux, which has the package that mounts them
 * @returns in Base64, as a launch template takes it
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function userData(
  boot: string,
  variables: Readonly<Record<string, string>>,
  mounts: readonly Mount[] = [],
): string {
  const sorted = Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
  const later = sorted.filter(([, value]) => Token.isUnresolved(value));
  const known = sorted.filter(([, value]) => !Token.isUnresolved(value));
  return Fn.base64encode(
    Fn.join("\n", [
      ...["#!/bin/bash", "set -euo pipefail", "umask 077"],
      "mkdir -p /etc/plinth /var/lib/plinth",
      ...decoded(VARIABLES_FILE, known.map(line).join("")),
      ...[
        `cat >> ${VARIABLES_FILE} <<'END'`,
        ...later.map(([name, value]) => Fn.join("", [`${name}='`, value, "'"])),
      ],
      "END",
      ...mounted(mounts),
      ...decoded(BOOT_FILE, boot),
      `chmod 0700 ${BOOT_FILE}`,
      ...["set -a", `. ${VARIABLES_FILE}`, "set +a"],
      ...[`exec ${BOOT_FILE}`, ""],
    ]),
  );
}

/**
 * At this start and at each that follows, encrypted and with the rights of the machine's role. Where it cannot be mounted the machine does
 * not go on to its boot script, and is replaced.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mount-fs-auto-mount-update-fstab.html
 */
const mounted = (mounts: readonly Mount[]): string[] =>
  mounts.length === 0
    ? []
    : [
        "dnf install -y -q amazon-efs-utils",
        ...mounts.flatMap(({ path, readOnly, fileSystemId, accessPointId }) => [
          `mkdir -p ${path}`,
          Fn.join("", [
            ...["echo '", fileSystemId, `:/ ${path} efs ${readOnly ? "ro" : "rw"},_netdev,`],
            ...["noresvport,tls,iam,accesspoint=", accessPointId, " 0 0' >> /etc/fstab"],
          ]),
          `mount ${path}`,
        ]),
      ];

/** A shell reads nothing into what is between single quotes. */
const line = ([name, value]: readonly [string, string]): string =>
  `${name}='${value.replaceAll("'", String.raw`'\''`)}'\n`;

const decoded = (file: string, text: string): string[] => [
  `base64 -d > ${file} <<'END'`,
  Buffer.from(text).toString("base64"),
  "END",
];
