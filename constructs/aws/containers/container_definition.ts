import type { Location } from "../arn";
import type { FargateServiceProps } from "./fargate_service";

/** The one container of a task, and its port, are called so. */
export const CONTAINER = "app";

export interface ContainerFacts {
  readonly image: string;
  readonly logGroup: string;
  readonly location: Location;
}

/**
 * The container of a task as ECS gives it back: keys and variables sorted, nothing that is a default. It cannot write to its
 * root file system, is not root, and holds no right of the kernel's.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const containerDefinitions = (
  props: FargateServiceProps,
  { image, logGroup, location }: ContainerFacts,
): string => {
  const {
    port,
    protocol,
    environment,
    user = "1000:1000",
    stopTimeoutSeconds,
    mounts = [],
  } = props;
  return JSON.stringify([
    {
      name: CONTAINER,
      image,
      essential: true,
      environment: Object.entries({ ...environment, PORT: String(port) })
        .map(([name, value]) => ({ name, value }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      linuxParameters: { capabilities: { drop: ["ALL"] }, initProcessEnabled: true },
      logConfiguration: {
        logDriver: "awslogs",
        // A container that logs faster than CloudWatch takes loses lines, and does not stand still.
        options: {
          "awslogs-group": logGroup,
          "awslogs-region": location.region,
          "awslogs-stream-prefix": CONTAINER,
          "max-buffer-size": "25m",
          mode: "non-blocking",
        },
      },
      ...(mounts.length > 0 && {
        mountPoints: mounts.map(({ name, path, readOnly }) => ({
          ...{ containerPath: path, readOnly, sourceVolume: name },
        })),
      }),
      portMappings: [
        {
          name: CONTAINER,
          containerPort: port,
          hostPort: port,
          protocol: "tcp",
          appProtocol: protocol,
        },
      ],
      readonlyRootFilesystem: true,
      stopTimeout: stopTimeoutSeconds,
      user,
    },
  ]);
};
