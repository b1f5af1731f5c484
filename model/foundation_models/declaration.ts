/** A foundation model that a service's code asks; whoever runs the cloud runs the model, and bills it by what is asked (docs/foundation_models.md). */
export interface ModelDeclaration {
  /** Its id in Amazon Bedrock without a geography, such as `anthropic.claude-3-haiku-20240307-v1:0`. */
  readonly id: string;

  /**
   * Let Amazon Bedrock answer from other regions too, by one of its inference profiles. Many models are asked in no other way.
   *
   * @default - asked in the environment's region alone
   */
  readonly across?: ModelAcrossDeclaration;

  /**
   * The guardrail that every question has to name, or it is refused.
   *
   * @default - none
   */
  readonly guardrail?: GuardrailDeclaration;
}

/** The regions that may answer. */
export interface ModelAcrossDeclaration {
  /** The geography of the inference profile, which begins its id; `global` is every region there is. */
  readonly geography: Geography;

  /**
   * The profile's destinations for the environment's region, which AWS lists with the profile. None for `global`, which names none.
   *
   * @default []
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
   */
  readonly regions?: readonly string[];
}

export type Geography = "apac" | "au" | "ca" | "eu" | "global" | "jp" | "us" | "us-gov";

/** What is filtered out of questions and answers; it is there already, in the environment's account and region. */
export interface GuardrailDeclaration {
  /** Such as `a1b2c3d4e5f6`. */
  readonly id: string;

  /** The number of a version: `DRAFT` changes under whoever uses it. */
  readonly version: number;
}
