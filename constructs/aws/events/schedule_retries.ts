/**
 * A day, and as many tries as EventBridge Scheduler makes in it: the most that it allows.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html
 */
export const SCHEDULE_RETRIES = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };
