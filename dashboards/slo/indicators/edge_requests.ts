import { isContentDelivery, type Service } from "../../../model/service";
import type { CloudWatchSignal } from "../../../model/signal";
import { awsSignals } from "../../../model/signals";
import { andOnNothing, group, join, round, sum, type Promql } from "../../promql";
import { placeOf, signalOf } from "../../resources";
import { presenceOf, type EventRecords, type RecordSelector, type Sli } from "../sli";

const { edgeRequests, edgeServerErrors, edgeErrors, cacheHitRate } = awsSignals;

/**
 * Requests answered with 5xx, of all that reached the caches. CloudFront says them in percent of a minute's requests,
 * so each minute's percentage is taken of that minute's requests; a mean of percentages would let a quiet night weigh
 * as much as a busy noon.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export function edgeAvailability(
  service: Service,
  record: RecordSelector,
  counts: EventRecords,
): Sli {
  const requests = signalOf(edgeRequests, placeOf(service));
  return {
    ...shared(service),
    badOnes: "were answered with a server error (5xx)",
    impact: `Callers get errors in place of ${isContentDelivery(service) ? "objects" : "answers"}, unless a browser still has a copy.`,
    recordings: [
      {
        record: counts.bad,
        expr: wholeOf(requests, join(requests, "*", known(edgeServerErrors, service)), "100"),
        comment:
          "Requests answered with 5xx in this minute: that percentage of its requests, in whole ones. Those answered with 4xx are their caller's, or blocked by the firewall.",
      },
      {
        record: counts.total,
        expr: whereKnown(sum(requests), record(counts.bad)),
        comment: "Requests that reached the caches, where it is known how many of them failed.",
      },
    ],
  };
}

/** Requests for which the store had to be asked, of those that were answered without an error: errors are not kept. */
export function cacheHit(service: Service, record: RecordSelector, counts: EventRecords): Sli {
  const requests = signalOf(edgeRequests, placeOf(service));
  const answered = join(requests, "*", rest(edgeErrors, service));
  return {
    ...shared(service),
    badOnes: "no cache could answer",
    impact:
      "Callers wait for the store, which is farther away than a cache and bears all that the caches do not; each request there is paid for.",
    recordings: [
      {
        record: counts.bad,
        expr: wholeOf(requests, join(answered, "*", rest(cacheHitRate, service)), "10000"),
        comment:
          "Requests for which the store was asked in this minute: of those without an error, the percentage that no cache answered.",
      },
      {
        record: counts.total,
        expr: whereKnown(group(wholeOf(requests, answered, "100")), record(counts.bad)),
        comment: "Requests that were answered without an error, where it is known by whom.",
      },
    ],
  };
}

const shared = (
  service: Service,
): Pick<Sli, "job" | "presence" | "things" | "slices" | "judgesAll" | "relieved"> => ({
  job: "yace",
  presence: presenceOf(edgeRequests, placeOf(service)),
  ...{ things: "requests", slices: false, judgesAll: false, relieved: false },
});

/** A comparison drops NaN, which is what YACE exports for a minute without data. */
const known = (percentage: CloudWatchSignal, service: Service): Promql =>
  group(join(signalOf(percentage, placeOf(service)), ">=", "0"));

/** What a percentage leaves of a hundred. */
const rest = (percentage: CloudWatchSignal, service: Service): Promql =>
  group(join("100", "-", known(percentage, service)));

/** Requests are whole; in a minute without any there are none of a kind, of which AWS says nothing. */
const wholeOf = (requests: Promql, part: Promql, of: string): Promql =>
  join(round(join(sum(part), "/", of)), "or", sum(join(requests, "==", "0")));

/** A percentage that comes late, or never: that minute counts neither for nor against. */
const whereKnown = (of: Promql, counted: Promql): Promql => andOnNothing(of, counted);
