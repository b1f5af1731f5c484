import {
  ANSWERS,
  decide,
  EFFECTS,
  INTENTS,
  PROTOCOL,
  STATES,
  type Answer,
  type Release,
} from "../../../policies/gate/freeze/freeze";

const BOTH = [true, false];

/** Every release there can be: 4 states, 4 effects, of a new service or not, 5 intents, verified or not, signed off or not. */
const RELEASES: readonly Release[] = STATES.flatMap((state) =>
  EFFECTS.flatMap((effect) =>
    BOTH.flatMap((isNew) =>
      INTENTS.flatMap((intent) =>
        BOTH.flatMap((verified) =>
          BOTH.map((signedOff) => ({ state, effect, isNew, intent, verified, signedOff })),
        ),
      ),
    ),
  ),
);
const answer = (release: Release): Answer => decide(release).answer;
const where = (test: (release: Release) => boolean) => RELEASES.filter(test);

/** What goes out, what somebody has to look at, what waits. */
const hardness = (release: Release): number =>
  ({ pass: 0, list: 0, exempt: 0, undetermined: 1, deny: 2 })[answer(release)];
const goesOut = (release: Release): boolean => hardness(release) === 0;
const touches = ({ effect }: Release) => effect === "change" || effect === "destructive";

test("all 640 releases are looked at, every row decides some, and every answer is given", () => {
  expect(RELEASES).toHaveLength(640);
  expect(new Set(RELEASES.map((one) => decide(one).id))).toEqual(
    new Set(PROTOCOL.map(({ id }) => id)),
  );
  expect(new Set(RELEASES.map(answer))).toEqual(new Set(ANSWERS));
});

test("a verified rollback is never blocked, whatever the state and the change", () => {
  const rollbacks = where(({ intent, verified }) => intent === "rollback" && verified);
  expect(rollbacks).toHaveLength(64);
  expect(rollbacks.filter((one) => !goesOut(one))).toEqual([]);
});

test("the alarm cannot block its own cure", () => {
  const cures = where(
    ({ effect, intent, verified, signedOff }) =>
      effect === "none" ||
      effect === "harmless" ||
      (intent === "drift-revert" && verified) ||
      ((intent === "security" || intent === "p0") && signedOff),
  );
  expect(cures.filter((one) => !goesOut(one))).toEqual([]);
});

test("frozen: a feature that touches the service is always denied", () => {
  const features = where(
    (one) => one.state === "frozen" && one.intent === "feature" && touches(one),
  );
  expect(features).toHaveLength(16);
  expect(features.map(answer)).toEqual(features.map(() => "deny"));
});

test("frozen: an intent that is not shown, or not signed, is denied like a feature", () => {
  const claims = where(
    (one) =>
      one.state === "frozen" &&
      touches(one) &&
      (one.intent === "rollback" || one.intent === "drift-revert" ? !one.verified : true) &&
      (one.intent === "security" || one.intent === "p0" ? !one.signedOff : true),
  );
  expect(claims.map(answer)).toEqual(claims.map(() => "deny"));
});

test("ok: everything goes out without a word; unknown: never without a word", () => {
  expect(where(({ state }) => state === "ok").map(answer)).toEqual(
    where(({ state }) => state === "ok").map(() => "pass"),
  );
  const unknown = where((one) => one.state === "unknown" && touches(one));
  expect(unknown.map(answer)).not.toContain("pass");
  expect(unknown.map(answer)).not.toContain("deny");
});

test("a service that is new goes out where nothing is known, and gains nothing by it where something is", () => {
  const unknown = where(
    (one) => one.state === "unknown" && one.intent === "feature" && one.effect === "change",
  );
  expect(unknown.map((one) => [one.isNew, answer(one)])).toEqual(
    unknown.map(({ isNew }) => [isNew, isNew ? "list" : "undetermined"]),
  );
  for (const release of where(({ state, isNew }) => state !== "unknown" && isNew))
    expect(answer(release)).toBe(answer({ ...release, isNew: false }));
});

test("a worse state never allows more", () => {
  for (const release of RELEASES) {
    const by = STATES.map((state) => hardness({ ...release, state }));
    expect([release, by]).toEqual([release, [...by].sort()]);
  }
});

test("a worse change is never allowed more", () => {
  for (const release of RELEASES) {
    const by = EFFECTS.map((effect) => hardness({ ...release, effect }));
    expect([release, by]).toEqual([release, [...by].sort()]);
  }
});

test("proof and signature never hurt, and help only the intent that they are of", () => {
  for (const release of RELEASES) {
    expect(hardness({ ...release, verified: true })).toBeLessThanOrEqual(
      hardness({ ...release, verified: false }),
    );
    expect(hardness({ ...release, signedOff: true })).toBeLessThanOrEqual(
      hardness({ ...release, signedOff: false }),
    );
    if (release.intent !== "rollback" && release.intent !== "drift-revert")
      expect(answer({ ...release, verified: true })).toBe(answer({ ...release, verified: false }));
    if (release.intent !== "security" && release.intent !== "p0")
      expect(answer({ ...release, signedOff: true })).toBe(
        answer({ ...release, signedOff: false }),
      );
  }
});
