import { awsNames, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { placeOf } from "../resources";
import { rotationTicket, watchedRotations, type WatchedRotation } from "../tickets/rotation";
import { escalation } from "./escalation";
import { code, HOURS_AGO, owner, renderPage, type Section } from "./page";

/** One runbook a secret that is rotated. */
export function renderRotationRunbooks(environment: Environment): RenderedFile[] {
  const { declaration } = environment;
  if (declaration.cloud !== "aws") return [];
  return watchedRotations(environment).map((watched) => ({
    path: files.runbook(watched.alert),
    text: renderPage(watched.alert, [
      ...sections(watched, declaration.region),
      escalation(watched.service, environment),
      owner(watched.service.owner),
    ]),
  }));
}

function sections(watched: WatchedRotation, region: string): Section[] {
  const { service, secret, everyDays } = watched;
  const names = awsNames(placeOf(service));
  const at = `--region ${region} --secret-id ${names.secret(secret)}`;
  return [
    {
      heading: "Meaning",
      lines: [
        `The secret ${secret} of ${service.name} (${service.description}) gets another value every ${everyDays} days, and a step of that has failed. The value before stays in use.`,
      ],
    },
    {
      heading: "Impact",
      lines: [
        "None at first. Where what the secret opens was told the new value and lets in that one alone, whoever uses the secret is refused: the objectives alert on that.",
      ],
    },
    { heading: "Diagnosis", lines: diagnosis(at, region, names.rotation(secret).logGroup) },
    {
      heading: "Mitigation",
      lines: [
        "Secrets Manager calls the step again by itself, some times over. Once the cause is cured, have it begin anew:",
        ...code("sh", `aws secretsmanager rotate-secret ${at}`),
        "Where the code cannot make the value, put one by hand that what the secret opens has already (docs/secrets.md).",
      ],
    },
    {
      heading: "Verification",
      lines: [
        "`LastRotatedDate` is of now, and this returns nothing once the time of the ticket is over:",
        ...code("sh", `aws secretsmanager describe-secret ${at} --query LastRotatedDate`),
        ...code("promql", rotationTicket(watched).expr),
      ],
    },
    {
      heading: "Rollback",
      lines: [
        "The value before is kept as `AWSPREVIOUS`; what the secret opens has to let it in. Its version is said under Diagnosis:",
        ...code(
          "text",
          `aws secretsmanager update-secret-version-stage ${at} --version-stage AWSCURRENT --move-to-version-id BEFORE --remove-from-version-id NOW`,
        ),
      ],
    },
  ];
}

const diagnosis = (at: string, region: string, logGroup: string): string[] => [
  "Which versions there are, and what the function says; no value is in either:",
  ...code(
    "sh",
    `aws secretsmanager describe-secret ${at} --query '[RotationEnabled,LastRotatedDate,NextRotationDate,VersionIdsToStages]'`,
    `aws logs filter-log-events --region ${region} --log-group-name ${logGroup} --start-time ${HOURS_AGO} --filter-pattern '?error ?Error ?ERROR' --max-items 20`,
  ),
  "A version that is `AWSPENDING` and not `AWSCURRENT` is of a rotation that has not ended.",
];
