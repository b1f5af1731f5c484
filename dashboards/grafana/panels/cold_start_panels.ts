import { COLD_STARTS_PANEL } from "../../../model/names";
import { answersCallers, type Service } from "../../../model/service";
import { awsSignals, googleSignals, logSignals } from "../../../model/signals";
import { group, join, max, maximumOverTime, type Promql } from "../../promql";
import type { PanelSpec } from "../panel";
import { anywhere, boardSignal, perSecond, RATE_INTERVAL } from "../selectors";
import { p99 } from "./shared_panels";

/** What Lambda gives a start, in milliseconds; beyond it the start is broken off and begins anew within its invocation. */
const LAMBDA_START_LIMIT = 10_000;

/** What Cloud Run gives a start, in milliseconds. */
const CLOUD_RUN_START_LIMIT = 240_000;

/** Cold starts on AWS, which no metric of Lambda counts. */
export function awsColdStarts(service: Service): PanelSpec[] {
  const { functionStarts, functionStartTime } = logSignals;
  const { functionInvocations } = awsSignals;
  return [
    share(
      answersCallers(service) ? "calls" : "batches",
      answersCallers(service) ? WAITED_FOR : NOT_COUNTED,
      perSecond(functionStarts, boardSignal(functionStarts, service)),
      perSecond(functionInvocations, boardSignal(functionInvocations, service)),
    ),
    startTime({
      title: "Start time (slowest)",
      description: `${functionStartTime.description} The line is the longest that Lambda lets it take.`,
      limits: [{ from: LAMBDA_START_LIMIT, color: "red" }],
      targets: [
        {
          expr: max(maximumOverTime(boardSignal(functionStartTime, service), RATE_INTERVAL)),
          legend: "slowest",
        },
      ],
    }),
  ];
}

/** Cold starts on Google Cloud, of which Cloud Run has a metric. */
export function googleColdStarts(service: Service): PanelSpec[] {
  const of = googleSignals.startTime;
  const { requests } = googleSignals;
  return [
    share(
      "requests",
      NOT_COUNTED,
      perSecond(of, anywhere(of, service, undefined, { le: "+Inf" })),
      perSecond(requests, boardSignal(requests, service)),
    ),
    startTime({
      title: "Start time (p99)",
      description: `${of.description} The line is the longest that Cloud Run lets it take.`,
      limits: [{ from: CLOUD_RUN_START_LIMIT, color: "red" }],
      targets: [{ expr: p99(boardSignal(of, service), []), legend: "p99" }],
    }),
  ];
}

/** Who waits for a start, and where that is seen. */
const NOT_COUNTED = "No latency counts the wait for a start; the age of events does.";
const WAITED_FOR =
  "A caller waits for a start: the API's latency counts it, the function's duration does not.";

const share = (unit: string, waiting: string, starts: Promql, all: Promql): PanelSpec => ({
  id: COLD_STARTS_PANEL,
  title: "Cold starts",
  description: `Instances of the processor that started, as a share of the ${unit}. ${waiting}`,
  unit: "percentunit",
  targets: [{ expr: join(group(starts), "/", group(all)), legend: `of ${unit}` }],
});

const startTime = (
  shown: Pick<PanelSpec, "title" | "description" | "limits" | "targets">,
): PanelSpec => ({ id: COLD_STARTS_PANEL + 1, unit: "ms", ...shown });
