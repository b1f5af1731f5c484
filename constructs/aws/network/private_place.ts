/** Where in a network code runs. */
export interface PrivatePlace {
  readonly vpcId: string;
  /** Of the private tier. */
  readonly subnetIds: readonly string[];
  /**
   * The group to join for the interface endpoints.
   *
   * @default - the network has none
   */
  readonly endpointClientsId?: string | undefined;
}
