import {
  orderedIndexes,
  StateDatabase,
  type StateDatabaseProps,
} from "../../../constructs/gcp/state_database";
import type { StoreVerb } from "../../../model/store_access";
import { alone, place, resource } from "./support";

const key = { id: "projects/p/locations/r/keyRings/k/cryptoKeys/c", grants: [] };

const database = (
  props: Partial<StateDatabaseProps> = {},
  access: readonly StoreVerb[] = ["get", "put"],
) =>
  alone((scope) => {
    const state = new StateDatabase(scope, "state", {
      ...{ place, key, name: "db-state", collection: "things" },
      ...props,
    });
    state.grant("reader", "serviceAccount:a@b", access);
  });

test("a database has the customer's key, point-in-time recovery and protection", () => {
  expect(resource(database(), "google_firestore_database.state")).toEqual({
    name: "db-state",
    project: "example-plinth-dev",
    location_id: "us-central1",
    type: "FIRESTORE_NATIVE",
    point_in_time_recovery_enablement: "POINT_IN_TIME_RECOVERY_ENABLED",
    delete_protection_state: "DELETE_PROTECTION_ENABLED",
    deletion_policy: "DELETE",
    cmek_config: { kms_key_name: key.id },
    depends_on: [],
  });
});

test("protection is off where it was settled so", () => {
  const json = database({ deletionProtection: false });
  expect(resource(json, "google_firestore_database.state").delete_protection_state).toBe(
    "DELETE_PROTECTION_DISABLED",
  );
});

test("documents expire by a field without an index", () => {
  expect(resource(database({ ttlField: "gone" }), "google_firestore_field.state_expiry")).toEqual({
    project: "example-plinth-dev",
    database: "${google_firestore_database.state.name}",
    collection: "things",
    field: "gone",
    ttl_config: {},
    index_config: {},
  });
});

test("a grant reaches this database and no other", () => {
  expect(resource(database(), "google_project_iam_member.state_reader")).toEqual({
    project: "example-plinth-dev",
    role: "roles/datastore.user",
    member: "serviceAccount:a@b",
    condition: {
      title: "only-db-state",
      description: "The documents of this one database",
      expression: 'resource.name == "projects/example-plinth-dev/databases/db-state"',
    },
    depends_on: ["google_firestore_database.state"],
  });
});

test.each<[string, StoreVerb[]]>([
  ["roles/datastore.viewer", ["get"]],
  ["roles/datastore.viewer", ["get", "batchGet", "query", "scan", "check"]],
  ["roles/datastore.user", ["put"]],
  ["roles/datastore.user", ["query", "delete"]],
])("%s is what %j takes", (role, access) => {
  const json = database({}, access);
  expect(resource(json, "google_project_iam_member.state_reader").role).toBe(role);
});

describe("keys in order", () => {
  const key = (name: string) => ({ name, type: "string" }) as const;
  const store = { partitionKey: key("shop"), sortKey: undefined, indexes: [] };

  test("a field alone needs no index of ours", () => {
    const indexes = [
      { name: "by-day", partitionKey: key("day"), sortKey: undefined, holds: "all" },
    ] as const;
    expect(orderedIndexes({ ...store, indexes })).toEqual([]);
    expect(database().resource).not.toHaveProperty("google_firestore_index");
  });

  test("documents by one field in the order of another do", () => {
    const index = { partitionKey: key("day"), sortKey: key("at"), holds: "keys" } as const;
    const indexes = orderedIndexes({
      ...{ ...store, sortKey: key("id") },
      indexes: [{ name: "by-day", ...index }],
    });
    const made = (id: string) =>
      resource(database({ indexes }), `google_firestore_index.state_${id}`);
    const fields = (...names: string[]) =>
      names.map((field_path) => ({ field_path, order: "ASCENDING" }));
    expect(made("sorted")).toEqual({
      project: "example-plinth-dev",
      database: "${google_firestore_database.state.name}",
      collection: "things",
      fields: fields("shop", "id"),
    });
    expect(made("index_by_day").fields).toEqual(fields("day", "at"));
  });
});
