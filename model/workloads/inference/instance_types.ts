/**
 * Whether instances of a type have disks of their own: a `d` behind the generation (`ml.m5d`, `ml.c6id`), and families that all have some.
 * SageMaker refuses a key and a size for them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html (KmsKeyId)
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html
 */
export const hasOwnDisks = (type: string): boolean =>
  /^ml\.([a-z]+\d[a-z]*d[a-z]*|g5|g6e?|gr6|p4de?|p5e?n?|p6-?[a-z0-9]*|i\d[a-z]*|trn\d[a-z]*)\./.test(
    type,
  );

/** Families with GPUs begin with `g` and `p`. */
export const hasGpu = (type: string): boolean => /^ml\.(gr?|p)\d/.test(type);
