import { applicationCounter, ownerLabels } from "../../../model/application_signals";
import type { SettledAttributes } from "../../../model/indicators/attributes";
import type { SettledBusiness } from "../../../model/indicators/business";
import type { Service } from "../../../model/service";
import { ofSignal, rate, sum, type Promql } from "../../promql";
import { attributeMatchers, attributesText } from "../../slo/indicators/business";
import type { PanelSpec } from "../panel";
import { RATE_INTERVAL } from "../selectors";

/** What the service is for, in numbers: a panel for each objective that its own code counts. */
export const businessPanels = ({ name, objectives }: Service): PanelSpec[] =>
  objectives
    .flatMap((objective) => (objective.sli === "business" ? [objective] : []))
    .map((objective, index) => outcomes(name, objective, 901 + index));

function outcomes(service: string, objective: SettledBusiness, id: number): PanelSpec {
  const { metric, of, good } = objective;
  const { description } = applicationCounter(metric);
  return {
    id,
    title: `${objective.name}: outcomes`,
    description: `${description} Good are those with ${attributesText(good)}; about ${objective.perDay} a day are expected.`,
    unit: "cps",
    targets: [
      { expr: perSecond(service, metric, of), legend: "all" },
      { expr: perSecond(service, metric, { ...of, ...good }), legend: "good" },
    ],
  };
}

const perSecond = (service: string, metric: string, attributes: SettledAttributes): Promql =>
  sum(
    rate(
      ofSignal(applicationCounter(metric), {
        job: "=~$job",
        [ownerLabels.service]: service,
        [ownerLabels.environment]: "$environment",
        [ownerLabels.cell]: "=~$cell",
        ...attributeMatchers(attributes),
      }),
      RATE_INTERVAL,
    ),
  );
