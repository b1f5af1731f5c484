/** What a network's stack publishes of the zone that it makes, for the stacks that are applied after it. */
export interface DnsContract {
  readonly schema: typeof DNS_CONTRACT;
  /** Its domain. */
  readonly zone: string;
  /** The id that AWS gave. */
  readonly id: string;
}

/** Changes when a reader of the old form could not read the new one. */
export const DNS_CONTRACT = "plinth.dns/v1";
