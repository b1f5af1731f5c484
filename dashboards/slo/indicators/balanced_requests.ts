import type { SettledThroughput } from "../../../model/indicators/throughput";
import { series } from "../../../model/names";
import type { Service } from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import { awsSignals } from "../../../model/signals";
import { atLeastZero, group, join, sum, type Promql } from "../../promql";
import { placeOf, signalOf, type ServicePlace } from "../../resources";
import {
  presenceOf,
  type EventRecords,
  type RecordSelector,
  type Recording,
  type Sli,
} from "../sli";
import { askedMinutes } from "./asked_minutes";

const { targetRequests, targetSuccesses, targetRedirects, targetClientErrors, targetServerErrors } =
  awsSignals;
const { healthyTargets, balancerServerErrors, balancerUnavailable } = awsSignals;

/**
 * Requests that a container service did not answer, of all that came for it. What its tasks answer is counted for the
 * service. What the load balancer answers itself is counted for the balancer alone, which services share; so the service's part
 * is taken from what is known of its own target group:
 *
 * - a request for which a task was chosen, and which no task answered, as long as the balancer answered so many with 5xx: those
 *   that clients gave up, and those that a minute's end divides, are left out;
 * - a request that was turned away with 503, in a minute in which no task of the service is known to be healthy.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function balancedAvailability(
  service: Service,
  record: RecordSelector,
  counts: EventRecords,
): Sli {
  const { recordings, requests, failed } = balanced(service, record);
  return {
    ...shared(service),
    slices: false,
    badOnes: "were answered with a server error (5xx)",
    impact: "Callers get errors in place of answers; what they send again may be answered.",
    recordings: [
      ...recordings,
      {
        record: counts.bad,
        expr: failed,
        comment:
          "Requests answered with 5xx in this minute: by a task, by the balancer as the chosen task did not answer, or turned away. Those answered with 4xx are their caller's.",
      },
      {
        record: counts.total,
        expr: requests,
        comment:
          "Requests for which a task was chosen, or that were turned away as none was there.",
      },
    ],
  };
}

/** As of an API; requests and failures have records of their own. */
export function balancedThroughput(
  service: Service,
  objective: SettledThroughput,
  record: RecordSelector,
): Sli {
  const { recordings, requests, failed } = balanced(service, record);
  const all = group(join(record(series.totalEvents), ">", "0"));
  const answered = group(join(all, "-", record(series.badEvents)));
  const { minutes, ...rest } = askedMinutes(objective, all, answered);
  return {
    ...shared(service),
    slices: true,
    ...rest,
    recordings: [
      ...recordings,
      {
        record: series.badEvents,
        expr: failed,
        comment: "Requests answered with 5xx in this minute, by a task or by the balancer.",
      },
      {
        record: series.totalEvents,
        expr: requests,
        comment: "Requests that came for the service.",
      },
      ...minutes,
    ],
  };
}

const shared = (
  service: Service,
): Pick<Sli, "job" | "presence" | "things" | "judgesAll" | "relieved"> => ({
  job: "yace",
  presence: presenceOf(targetRequests, placeOf(service)),
  ...{ things: "requests", judgesAll: false, relieved: true },
});

interface BalancedRequests {
  /** What the other two are computed from. */
  readonly recordings: readonly Recording[];
  readonly requests: Promql;
  readonly failed: Promql;
}

function balanced(service: Service, record: RecordSelector): BalancedRequests {
  const count = counter(placeOf(service));
  const turnedAway = sum(record(series.turnedAway));
  const away = group(join(turnedAway, "or", count.none));
  const lost = atLeastZero(join(count.requests, "-", sum(record(series.answered))));
  const byBalancer = count.of(balancerServerErrors);
  const ofThem = group(join(join(lost, "<=", byBalancer), "or", byBalancer));
  const failed = join(join(count.of(targetServerErrors), "+", ofThem), "+", away);
  return {
    recordings: [answeredByTasks(count), turnedAwayFrom(placeOf(service))],
    requests: join(join(count.requests, "+", away), "or", turnedAway),
    failed: join(failed, "or", turnedAway),
  };
}

const answeredByTasks = (count: Counter): Recording => ({
  record: series.answered,
  expr: [targetRedirects, targetClientErrors, targetServerErrors].reduce<Promql>(
    (sum, signal) => join(sum, "+", count.of(signal)),
    count.of(targetSuccesses),
  ),
  comment: "Requests that the service's tasks answered in this minute, whatever they answered.",
});

/** Of a service that has no task CloudWatch says nothing, or 0. */
function turnedAwayFrom(place: ServicePlace): Recording {
  const healthy = group(join(sum(signalOf(healthyTargets, place)), ">", "0"));
  return {
    record: series.turnedAway,
    expr: join(sum(signalOf(balancerUnavailable, place)), "unless", healthy),
    comment:
      "Requests that the cell's balancer turned away in this minute, if no task of the service is known to be healthy: it does not say whom they were for.",
  };
}

interface Counter {
  readonly requests: Promql;
  /** 0, where requests are known. */
  readonly none: Promql;
  /** Of what never happened there is no series: 0, where requests are known. */
  readonly of: (signal: CloudWatchSignal) => Promql;
}

function counter(place: ServicePlace): Counter {
  const requests = sum(signalOf(targetRequests, place));
  const none = join("0", "*", requests);
  return {
    requests,
    none,
    of: (signal) => group(join(sum(signalOf(signal, place)), "or", none)),
  };
}
