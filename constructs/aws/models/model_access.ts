import type { Model } from "../../../model/foundation_models/models";
import { partition, type Location } from "../arn";
import { letters, type Conditions, type Grant } from "../policy";

/** `Converse` and `ConverseStream` are asked for by these two as well. */
const ASK = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] as const;

/**
 * To ask these models and no others: each by its exact ARN, across regions by its profile alone, and with its guardrail.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
 */
export const modelGrants = (models: readonly Model[], location: Location): Grant[] =>
  models.flatMap((model) => [
    ...askGrants(model, location),
    ...(model.guardrail ? [guardGrant(model, guardrailArn(location, model.guardrail.id))] : []),
  ]);

function askGrants(model: Model, location: Location): Grant[] {
  const { across, id } = model;
  const sid = `Ask${letters(model.name)}`;
  const guarded = guardedBy(model, location);
  if (across === undefined) {
    return [ask(sid, [modelArn(location.region, id)], guarded)];
  }
  const profile = profileArn(location, `${across.geography}.${id}`);
  return [
    ask(sid, [profile], guarded),
    ask(`${sid}Across`, destinations(model, location), {
      ...guarded,
      "bedrock:InferenceProfileArn": profile,
    }),
  ];
}

/** Where a profile may have the question answered. The one without a region is any, of the profile `global`. */
function destinations({ id, across }: Model, { region }: Location): string[] {
  if (across?.geography !== "global") {
    return (across?.regions ?? []).map((one) => modelArn(one, id));
  }
  return [modelArn(region, id), `arn:${partition(region)}:bedrock:::foundation-model/${id}`];
}

const ask = (
  sid: string,
  resources: readonly string[],
  equals: Readonly<Record<string, string>>,
): Grant => ({
  ...{ sid, actions: ASK, resources },
  ...(Object.keys(equals).length > 0 && {
    conditions: { StringEquals: equals } satisfies Conditions,
  }),
});

const guardedBy = ({ guardrail }: Model, location: Location): Readonly<Record<string, string>> =>
  guardrail === undefined
    ? {}
    : {
        "bedrock:GuardrailIdentifier": `${guardrailArn(location, guardrail.id)}:${guardrail.version}`,
      };

const guardGrant = (model: Model, resource: string): Grant => ({
  sid: `Guard${letters(model.name)}`,
  actions: ["bedrock:ApplyGuardrail"],
  resources: [resource],
});

const modelArn = (region: string, id: string): string =>
  `arn:${partition(region)}:bedrock:${region}::foundation-model/${id}`;

const profileArn = ({ account, region }: Location, profile: string): string =>
  `arn:${partition(region)}:bedrock:${region}:${account}:inference-profile/${profile}`;

const guardrailArn = ({ account, region }: Location, guardrail: string): string =>
  `arn:${partition(region)}:bedrock:${region}:${account}:guardrail/${guardrail}`;

/**
 * A model `writer` is asked by the id in `WRITER_MODEL_ID`; `WRITER_MODEL_GUARDRAIL_ID` and `WRITER_MODEL_GUARDRAIL_VERSION` are what each question names,
 * where it has a guardrail.
 */
export const modelVariables = (models: readonly Model[]): Record<string, string> =>
  Object.fromEntries(
    models.flatMap(({ name, id, across, guardrail }) => {
      const variable = `${name.replaceAll("-", "_").toUpperCase()}_MODEL`;
      return [
        [`${variable}_ID`, across === undefined ? id : `${across.geography}.${id}`],
        ...(guardrail === undefined
          ? []
          : [
              [`${variable}_GUARDRAIL_ID`, guardrail.id],
              [`${variable}_GUARDRAIL_VERSION`, String(guardrail.version)],
            ]),
      ];
    }),
  );
