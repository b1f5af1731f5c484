import { Construct } from "constructs";
import { awsNames } from "../../model/names";
import type { Service, Workload } from "../../model/service";
import type { CodeAsset } from "../code_asset";
import { logGroupArn, type Location } from "./arn";
import type { Grantee } from "./identity/grantee";
import { Key, logsMayUse } from "./key";
import type { Statement } from "./policy";
import { StateTable } from "./state_table";

export interface AwsServiceProps<W extends Workload> {
  /** Settled: every value is there. */
  readonly service: Service<W>;
  readonly location: Location;
  readonly code: CodeAsset;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** What every service on AWS has, whatever its workload: names, keys by purpose, tables. */
export abstract class AwsService<W extends Workload> extends Construct {
  protected readonly names: ReturnType<typeof awsNames>;

  constructor(
    scope: Construct,
    id: string,
    protected readonly props: AwsServiceProps<W>,
  ) {
    super(scope, id);
    const { environment, cell, name } = props.service;
    this.names = awsNames({ environment, cell, name });
  }

  protected makeKey(purpose: string, statements: readonly Statement[] = []): Key {
    const { service, location, keyDeletionWindowDays = 30 } = this.props;
    return new Key(this, `${purpose}-key`, {
      alias: this.names.keyAlias(purpose),
      description: `Encrypts the ${purpose} of ${service.name} in ${service.environment}.`,
      location,
      statements,
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  /** A key that CloudWatch may encrypt these log groups with, and no others. */
  protected makeLogsKey(...groups: readonly string[]): Key {
    const { location } = this.props;
    const arns = groups.map((group) => logGroupArn(location, group));
    return this.makeKey("logs", [logsMayUse(arns, location)]);
  }

  protected makeTables(key: Key): StateTable[] {
    return this.props.service.stores.map(
      (store) =>
        new StateTable(this, store.name, {
          tableName: this.names.table(store.name),
          partitionKey: store.partitionKey,
          location: this.props.location,
          encryptionKeyArn: key.arn,
          ttlAttribute: store.ttlAttribute,
          deletionProtection: store.deletionProtection,
        }),
    );
  }

  /** To the code, of each table what its store declares. */
  protected grantTables(tables: readonly StateTable[], grantee: Grantee): void {
    this.props.service.stores.forEach(({ access }, index) =>
      tables[index]?.grants.only(access, grantee),
    );
  }

  /** A store `state` is found as `STATE_TABLE`. */
  protected variables(tables: readonly StateTable[]): Record<string, string> {
    const { service } = this.props;
    const names = tables.map(({ node, table }): [string, string] => [
      `${node.id.replaceAll("-", "_").toUpperCase()}_TABLE`,
      table.name,
    ]);
    return {
      ...Object.fromEntries(names),
      SERVICE: service.name,
      ENVIRONMENT: service.environment,
    };
  }
}
