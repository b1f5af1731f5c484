import { awsImageNames } from "../../../model/names";
import type { Inference, Service } from "../../../model/service";
import { imageAddress, repositoryArn, type Location } from "../arn";

/** The image that serves a model, and the repository that it is pulled from. */
export interface ServingImage {
  readonly address: string;
  readonly repositoryArn: string;
}

/** Of the service's own repository, or of one that AWS keeps in the region. */
export function servingImage(service: Service<Inference>, location: Location): ServingImage {
  const { framework, version } = service.workload.image;
  const own = { account: location.account, ...awsImageNames(service.environment, service.name) };
  const { account, repository } = framework ?? own;
  const at = { ...location, account };
  const separator = version.startsWith("sha256:") ? "@" : ":";
  return {
    address: `${imageAddress(at, repository)}${separator}${version}`,
    repositoryArn: repositoryArn(at, repository),
  };
}
