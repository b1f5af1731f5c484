/** AWS makes a role for each of its services that acts by itself, once in an account, for whoever first needs it. */
export const LINKED_SERVICES: readonly string[] = [
  "autoscaling",
  "batch",
  "ecs",
  "ecs.application-autoscaling",
  "elasticache",
  "elasticfilesystem",
  "elasticloadbalancing",
  "globalaccelerator",
  "lambda.application-autoscaling",
  "ops.apigateway",
  "rds",
  "sagemaker.application-autoscaling",
  "spot",
].map((name) => `${name}.amazonaws.com`);
