import type { MachineGroupProps } from "./machine_group";

/** What AWS would refuse later; a declaration's problems are found before. */
export const machineGroupProblems = (props: MachineGroupProps): (string | false)[] => [
  props.subnetIds.length === 0 && "subnetIds: expected one or more, got none",
  props.machines.max < props.machines.min &&
    `machines.max: expected the min of ${props.machines.min} or more, got ${props.machines.max}`,
  (props.types.length === 0) === (props.attributes === undefined) &&
    `types: expected either types or attributes, got ${props.attributes ? "both" : "neither"}`,
  props.refresh.maxHealthyPercent - props.refresh.minHealthyPercent > 100 &&
    `refresh.maxHealthyPercent: expected at most 100 more than the minHealthyPercent of ${props.refresh.minHealthyPercent}, got ${props.refresh.maxHealthyPercent}`,
];

/** Of EC2: 16 KiB of user data, of which the script in Base64 takes four thirds of its own size. */
const MOST_BOOT_BYTES = 10_240;

/** What a machine could not run. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html */
export const bootProblems = (boot: string): (string | false)[] => [
  !boot.startsWith("#!") &&
    `boot: expected a script that begins with "#!" and what runs it, such as #!/bin/bash, got ${JSON.stringify(boot.slice(0, 20))}`,
  Buffer.byteLength(boot) > MOST_BOOT_BYTES &&
    `boot: expected at most ${MOST_BOOT_BYTES} bytes, got ${Buffer.byteLength(boot)}; fetch what is larger from a bucket of the service's`,
];
