import { FirestoreDatabase } from "@cdktf/provider-google/lib/firestore-database";
import { FirestoreField } from "@cdktf/provider-google/lib/firestore-field";
import { FirestoreIndex } from "@cdktf/provider-google/lib/firestore-index";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { Construct } from "constructs";
import { onlyReads, type StoreVerb } from "../../model/store_access";
import type { KeyAttribute, StoreIndex } from "../../model/stores/key_value_settled";
import { MAIN } from "../logical_id";
import type { Key } from "./keys";
import type { Project } from "./project";

export interface StateDatabaseProps {
  readonly place: Project;

  /** The database's id, 4 to 63 characters. */
  readonly name: string;

  /** The collection whose documents expire. */
  readonly collection: string;

  /** Encrypts the database; its region must be the database's. */
  readonly key: Key;

  /**
   * The timestamp field after which Firestore deletes a document.
   *
   * @default "ttl"
   */
  readonly ttlField?: string;

  /**
   * Pairs of fields by which documents are found and put in order, each by its id. Fields alone have an index without being asked.
   *
   * @default []
   */
  readonly indexes?: readonly OrderedIndex[];

  /**
   * Refuse to delete the database.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Documents by one field, in the order of another. */
export interface OrderedIndex {
  /** Of the construct that makes it. */
  readonly id: string;
  readonly by: string;
  readonly inOrderOf: string;
}

/** What Firestore does not index by itself of a store: its keys in order, and its indexes that have an order. */
export const orderedIndexes = ({ indexes, ...own }: Keyed): OrderedIndex[] =>
  [
    { id: "sorted", ...own },
    ...indexes.map((index) => ({ ...index, id: `index-${index.name}` })),
  ].flatMap(({ id, partitionKey, sortKey }) =>
    sortKey === undefined ? [] : [{ id, by: partitionKey.name, inOrderOf: sortKey.name }],
  );

interface Keyed {
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute | undefined;
  readonly indexes: readonly StoreIndex[];
}

/** A Firestore database with a key of the customer's, seven days of point-in-time recovery and expiry. */
export class StateDatabase extends Construct {
  readonly database: FirestoreDatabase;
  readonly expiry: FirestoreField;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: StateDatabaseProps,
  ) {
    super(scope, id);
    this.database = this.makeDatabase();
    this.expiry = new FirestoreField(this, "expiry", {
      project: props.place.project,
      database: this.database.name,
      collection: props.collection,
      field: props.ttlField ?? "ttl",
      ttlConfig: {},
      // No index: an index over timestamps is one hot range, and nothing queries by expiry.
      indexConfig: {},
    });
    for (const index of props.indexes ?? []) this.makeIndex(index);
  }

  private makeIndex({ id, by, inOrderOf }: OrderedIndex): FirestoreIndex {
    return new FirestoreIndex(this, id, {
      project: this.props.place.project,
      database: this.database.name,
      collection: this.props.collection,
      fields: [by, inOrderOf].map((fieldPath) => ({ fieldPath, order: "ASCENDING" })),
    });
  }

  private makeDatabase(): FirestoreDatabase {
    const { place, name, key, deletionProtection = true } = this.props;
    return new FirestoreDatabase(this, MAIN, {
      ...{ name, project: place.project, locationId: place.region },
      type: "FIRESTORE_NATIVE",
      pointInTimeRecoveryEnablement: "POINT_IN_TIME_RECOVERY_ENABLED",
      deleteProtectionState: deletionProtection
        ? "DELETE_PROTECTION_ENABLED"
        : "DELETE_PROTECTION_DISABLED",
      // "ABANDON", the provider's default, forgets a database and leaves it running. With "DELETE" a
      // protected one is an error, and an unprotected one is really gone.
      deletionPolicy: "DELETE",
      cmekConfig: { kmsKeyName: key.id },
      dependsOn: [...key.grants],
    });
  }

  /**
   * Lets a member do these things to this database's documents and to those of no other. Google's roles are
   * coarser than the verbs: who only reads is a viewer, and anybody else a user, who may do all of them.
   *
   * @see https://cloud.google.com/firestore/docs/security/iam
   */
  grant(id: string, member: string, access: readonly StoreVerb[]): ProjectIamMember {
    const { project } = this.props.place;
    const resource = `projects/${project}/databases/${this.props.name}`;
    return new ProjectIamMember(this, id, {
      project,
      role: onlyReads(access) ? "roles/datastore.viewer" : "roles/datastore.user",
      member,
      // A database has no policy of its own: the condition is what narrows the project's.
      condition: {
        title: `only-${this.props.name}`,
        description: "The documents of this one database",
        expression: `resource.name == "${resource}"`,
      },
      dependsOn: [this.database],
    });
  }
}
