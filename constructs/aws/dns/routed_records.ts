import { Construct } from "constructs";
import { refuse } from "../../expected";
import { DnsRecord, type DnsRecordProps } from "./dns_record";
import { setProblems, type Routing } from "./routing";

export interface RoutedRecordsProps extends Pick<DnsRecordProps, "zone" | "name"> {
  /** What can be answered, all by one policy. */
  readonly choices: readonly Choice[];
}

/** One of the records of a name. */
export interface Choice extends Pick<DnsRecordProps, "target" | "healthCheckId"> {
  readonly routing: Routing;
}

/** All records of one name, of which one is answered: by weight, latency, origin or health. Those of several stacks are a {@link DnsRecord} in each. */
export class RoutedRecords extends Construct {
  /** By their sets. */
  readonly records: Readonly<Record<string, DnsRecord>>;

  constructor(scope: Construct, id: string, { zone, name, choices }: RoutedRecordsProps) {
    super(scope, id);
    refuse(this, setProblems(choices.map(({ routing }) => routing)));
    this.records = Object.fromEntries(
      choices.map((choice) => {
        const { set } = choice.routing;
        return [set, new DnsRecord(this, set, { zone, name, ...choice })];
      }),
    );
  }
}
