import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsRegionNames } from "../../model/names";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { Location } from "../aws/arn";
import { isJudged } from "../aws/regions/region_record";
import { RegionSwitch } from "../aws/regions/region_switch";
import type { RegionOfService } from "../aws/regions/regional";
import { sharedTags, tagAll } from "../tags";
import { zoneIn } from "./cell_zone";

export interface CellRegionsProps {
  readonly environment: Environment;
  /** With the region where the cell is. */
  readonly declaration: AwsEnvironment;
  readonly cell: string;
}

/** What the services of a cell that are in two regions are told of them, and the switch by which people leave this one. */
export class CellRegions {
  private readonly place: Omit<RegionOfService, "settled"> | undefined;

  constructor(
    private readonly scope: Construct,
    private readonly props: CellRegionsProps,
  ) {
    this.place = this.placed();
  }

  /** Nothing where a service is in one region. */
  of({ name }: Service): { readonly regional?: RegionOfService; readonly home?: Location } {
    const settled = this.props.environment.regions?.services[name];
    if (this.place === undefined || settled === undefined) return {};
    const regional = { ...this.place, settled };
    const { declaration } = this.props.environment;
    return this.place.isFirst ? { regional } : { regional, home: declaration as AwsEnvironment };
  }

  private placed(): Omit<RegionOfService, "settled"> | undefined {
    const { environment, cell } = this.props;
    const { regions } = environment;
    if (regions === undefined) return undefined;
    const isFirst = cell !== regions.cell;
    const region = isFirst ? regions.first : regions.second;
    const place = { isFirst, mode: regions.mode, region, zone: zoneIn(this.scope, environment) };
    const switchId = isJudged(place) ? this.makeSwitch(place.region).check.id : undefined;
    return { ...place, switchId };
  }

  private makeSwitch(region: string): RegionSwitch {
    const { environment, declaration, cell } = this.props;
    const { first = "", second = "" } = environment.regions ?? {};
    // No service's name has an underscore.
    const made = new RegionSwitch(this.scope, "region_switch", {
      ...{ name: awsRegionNames(environment.name, cell).switch, environment: environment.name },
      region,
      other: { account: declaration.account, region: region === first ? second : first },
    });
    tagAll(made, sharedTags(environment));
    return made;
  }
}
