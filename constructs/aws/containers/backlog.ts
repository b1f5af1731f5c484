export interface Backlogged {
  readonly queue: string;
  readonly cluster: string;
  readonly service: string;
}

/**
 * Messages that wait for each running task: how long a message waits follows from it, and not from the queue's length. Without
 * a running task there is none to share by, and one is reckoned with.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
export const backlogOfEach = ({ queue, cluster, service }: Backlogged) => ({
  metrics: [
    {
      id: "waiting",
      label: "Messages that wait",
      returnData: false,
      metricStat: {
        stat: "Maximum",
        metric: {
          ...{ namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" },
          dimensions: [{ name: "QueueName", value: queue }],
        },
      },
    },
    {
      id: "running",
      label: "Running tasks",
      returnData: false,
      metricStat: {
        stat: "Average",
        metric: {
          ...{ namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount" },
          dimensions: [
            { name: "ClusterName", value: cluster },
            { name: "ServiceName", value: service },
          ],
        },
      },
    },
    {
      id: "each",
      label: "Messages that wait for each task",
      expression: "waiting / IF(running > 0, running, 1)",
      returnData: true,
    },
  ],
});
