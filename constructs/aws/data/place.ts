/** Where in a network a database or a cache stands. */
export interface DataPlace {
  readonly vpcId: string;
  /** Of the isolated tier; two zones or more. */
  readonly subnetIds: readonly string[];
}
