import { isRequestDriven, type Service } from "../../../model/service";
import type { Slo } from "../../slo/slo";
import type { Link } from "../links";
import type { Row } from "../row";
import { apiPanels } from "./api_panels";
import { functionPanels } from "./function_panels";
import { deadLetterPanels, queuePanels } from "./queue_panels";
import { stateRow } from "./stores/store_panels";

/** The rows below the SLOs of a service on AWS. */
export function awsRows(service: Service, slos: readonly Slo[], traces: readonly Link[]): Row[] {
  const compute = { title: "Function", panels: functionPanels(service, slos, traces) };
  const state = stateRow(service, traces);
  if (isRequestDriven(service)) {
    return [{ title: "API", panels: apiPanels(service, slos, traces) }, compute, state];
  }
  return [
    { title: "Queue", panels: queuePanels(service, slos) },
    compute,
    state,
    { title: "Dead letters", panels: deadLetterPanels(service, slos) },
  ];
}
