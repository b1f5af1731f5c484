/** A fix that two people let through the release freeze. Names either a service or a stack. */
export interface FreezeException {
  /** The service whose change goes out, wherever it lives. */
  readonly service?: string;

  /** The stack whose changes go out, whichever services they are of. */
  readonly stack?: string;

  /** What `plinth gate --intent` has to say. */
  readonly intent: "security" | "p0";

  /** Who asks for it: a person or a team. */
  readonly owner: string;

  /** Who allows it: somebody else. */
  readonly approver: string;

  /** Why, in a sentence; it stands in verdicts and comments. */
  readonly reason: string;

  /** Where the work on it is followed, such as `OPS-42`. */
  readonly ticket: string;

  /** The first day on which it holds, `YYYY-MM-DD`. */
  readonly granted: string;

  /** The last day on which it holds, `YYYY-MM-DD`, at most 7 days after `granted`. */
  readonly expires: string;
}

/** One rule set aside for one resource, on the record. */
export interface Exemption {
  /** The rule's id, such as `AWS-SQS-001`. */
  readonly rule: string;

  /** The Terraform address, such as `aws_sqs_queue.orders_events`. */
  readonly address: string;

  /** The stack that holds the address. */
  readonly stack: string;

  /** The team that answers for it. */
  readonly owner: string;

  /** Why, in a sentence; it stands in verdicts and comments. */
  readonly reason: string;

  /** Where the work on it is followed, such as `OPS-42`. */
  readonly ticket: string;

  /** The last day on which it holds, `YYYY-MM-DD`, at most 90 days after `granted`. */
  readonly expires: string;

  /** The day on which it was granted, `YYYY-MM-DD`. */
  readonly granted: string;

  /**
   * The 32 hexadecimal digits that the gate reports for it: of exactly the fields that the rule reads.
   * Where they differ, the exemption is void.
   *
   * @default - it covers whatever the resource becomes, and the gate says what to write here
   */
  readonly fingerprint?: string;
}
