import type { Duration } from "../declaration";

/** What an environment may cost a month, and who is told when it costs more, or otherwise than before (docs/cost.md). */
export interface CostDeclaration {
  /** In US dollars, for a calendar month of UTC: what is used, before credits and refunds. */
  readonly monthly: number;

  readonly notify: CostNotifyDeclaration;

  /**
   * Percentages of `monthly` at which somebody is told once they are spent.
   *
   * @default [80, 100]
   */
  readonly spent?: readonly number[];

  /**
   * Percentages of `monthly` at which somebody is told once AWS forecasts them for the end of the month. It forecasts nothing before it
   * has seen about five weeks.
   *
   * @default [100]
   */
  readonly forecast?: readonly number[];

  /**
   * Whose cost is counted. "environment" counts what carries the environment's tag, for accounts that hold several: somebody
   * activates the tag `environment` for cost allocation in the account that pays, and what AWS tags with nothing
   * (traffic, support, tax) is not in it. "account" misses nothing and needs nobody, hence the default.
   *
   * @default "account"
   */
  readonly scope?: "account" | "environment";

  /**
   * Who is told of a service of AWS that costs otherwise than it used to; "none" where another watches the account.
   *
   * @default - told from a tenth of `monthly`, by a monitor that the stack makes
   */
  readonly anomalies?: AnomaliesDeclaration | "none";

  /**
   * Write a ticket for each resource that nobody has used for long: a function that is not called, a queue that nobody takes from,
   * containers and a load balancer without requests, a table that is not read, a database without connections, a cache without
   * commands, a NAT gateway that nothing leaves by.
   *
   * @default - after 14 days in production, "none" in development
   */
  readonly idle?: IdleDeclaration | "none";
}

/** When somebody is told of what nobody uses. */
export interface IdleDeclaration {
  /**
   * How long a resource was there, seen, and not used: 1 to 60 days.
   *
   * @default "14d"
   */
  readonly after?: Duration;

  /**
   * What is meant to stand idle: a service (`orders`), a part of it (`orders.stores.state`, `orders.function`, `orders.queue`,
   * `checkout.containers`), or what services share (`loadBalancer`, `network.nat`, `network.nat.b`).
   *
   * @default []
   */
  readonly expected?: readonly string[];
}

/** Who is told: at least one of both. */
export interface CostNotifyDeclaration {
  /**
   * Addresses of electronic mail, 10 at most: of budgets at once, of anomalies once a day.
   *
   * @default []
   */
  readonly emails?: readonly string[];

  /**
   * Make an encrypted topic of SNS that budgets and anomalies are published to at once, for whatever subscribes to it: a chat, a
   * pager, a function. Nobody is told by it until something does.
   *
   * @default false
   */
  readonly topic?: boolean;
}

/** From when on an anomaly is told, and which monitor finds it. */
export interface AnomaliesDeclaration {
  /**
   * What an anomaly has cost in all before somebody is told, in US dollars.
   *
   * @default - a tenth of `monthly`, rounded up
   */
  readonly impact?: number;

  /**
   * "made", or the ARN of the account's own. AWS allows one monitor of services an account, watches all of the account with it whatever
   * `scope` says, and has made one itself where Cost Explorer was switched on since March 2023.
   *
   * @default "made"
   */
  readonly monitor?: string;
}
