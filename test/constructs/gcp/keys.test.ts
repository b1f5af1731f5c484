import { KeyRing } from "../../../constructs/gcp/keys";
import { alone, place, resource, resources } from "./support";

const json = alone((scope) => {
  const ring = new KeyRing(scope, "keys", { place, name: "ring", rotationDays: 30 });
  ring.key("one", { first: "serviceAccount:a@b", second: "serviceAccount:c@d" });
  ring.key("two", {});
});

test("a ring lies in the region", () => {
  expect(resource(json, "google_kms_key_ring.keys")).toEqual({
    location: "us-central1",
    name: "ring",
    project: "example-plinth-dev",
  });
});

test("each purpose has a key that rotates", () => {
  expect(resource(json, "google_kms_crypto_key.keys_one")).toEqual({
    key_ring: "${google_kms_key_ring.keys.id}",
    name: "one",
    purpose: "ENCRYPT_DECRYPT",
    rotation_period: "2592000s",
  });
});

test("exactly those named may use a key", () => {
  const members = resources(json)
    .filter(({ type }) => type === "google_kms_crypto_key_iam_member")
    .map(({ attributes }) => [attributes.crypto_key_id, attributes.member, attributes.role]);
  const role = "roles/cloudkms.cryptoKeyEncrypterDecrypter";
  expect(members).toEqual([
    ["${google_kms_crypto_key.keys_one.id}", "serviceAccount:a@b", role],
    ["${google_kms_crypto_key.keys_one.id}", "serviceAccount:c@d", role],
  ]);
});

test("keys rotate every 90 days unless said otherwise", () => {
  const standard = alone((scope) =>
    new KeyRing(scope, "keys", { place, name: "ring" }).key("one", {}),
  );
  expect(resource(standard, "google_kms_crypto_key.keys_one").rotation_period).toBe("7776000s");
});
