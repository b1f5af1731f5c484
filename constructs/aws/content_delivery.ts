import type { Construct } from "constructs";
import type { ContentDelivery } from "../../model/service";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { AwsService, NO_STORES, type Stores } from "./aws_service";
import type { AwsServiceProps } from "./aws_service_props";
import { cloudFrontDecrypts, cloudFrontReads } from "./edge/reader";

export type ContentDeliveryServiceProps = AwsServiceProps<ContentDelivery>;

/** What of a service of content delivery is in its cell: the stores, and the key that CloudFront reads them with. */
export class ContentDeliveryService extends AwsService<ContentDelivery> {
  readonly stores: Stores;

  constructor(scope: Construct, id: string, props: ContentDeliveryServiceProps) {
    super(scope, id, props);
    const { location } = props;
    cameFrom(this, props.service);
    if (props.service.stores.length === 0) {
      this.stores = NO_STORES;
      return;
    }
    const key = this.makeKey("data", [cloudFrontDecrypts(location)]);
    this.stores = this.makeStores({ data: key }, this.readers());
    this.traceStores(this.stores, key);
    this.makeOutputs();
  }

  /** CloudFront reads the one store that is handed out. */
  private readers() {
    const { location, service } = this.props;
    const reads = cloudFrontReads(location);
    return (arn: string, store: string) => (store === service.workload.store ? reads(arn) : []);
  }

  private makeOutputs(): void {
    for (const { node, bucketName } of this.stores.buckets) {
      new TerraformOutput(this, `${node.id}-bucket`, {
        value: bucketName,
        description: "Where objects are uploaded.",
      });
    }
  }
}
