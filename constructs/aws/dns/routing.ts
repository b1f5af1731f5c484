import type { Route53RecordConfig } from "@cdktf/provider-aws/lib/route53-record";

/** Which of the records of one name is answered. The set's name tells the records apart, and is up to 128 characters. */
export type Routing = Weighted | Latency | Geolocation | Failover;

/** By chance: the share of its weight in the sum of all. */
export interface Weighted {
  readonly policy: "weighted";
  readonly set: string;
  /** 0 to 255; 0 is never answered, unless all are 0. */
  readonly weight: number;
}

/** That whose region is nearest to who asks, in milliseconds. */
export interface Latency {
  readonly policy: "latency";
  readonly set: string;
  /** Where what it leads to is, such as `eu-west-1`. */
  readonly region: string;
}

/** By where who asks is. */
export interface Geolocation {
  readonly policy: "geolocation";
  readonly set: string;
  /** A continent, a country, a state of one, or everywhere that no other record is for. */
  readonly from: Origin;
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html */
export type Origin =
  | "elsewhere"
  | { readonly continent: Continent }
  | { readonly country: string; readonly state?: string };

export type Continent = (typeof CONTINENTS)[number];
const CONTINENTS = ["AF", "AN", "AS", "EU", "NA", "OC", "SA"] as const;

/** The primary while it is healthy, else the secondary. */
export interface Failover {
  readonly policy: "failover";
  readonly set: string;
  readonly role: "primary" | "secondary";
}

const LONGEST_SET = 128;
const MOST_WEIGHT = 255;

/** The two countries whose states Route 53 knows. */
const WITH_STATES = ["US", "UA"];

/** What Route 53 would refuse of one routing. */
export function routingProblems(routing: Routing): (string | false)[] {
  const { set } = routing;
  return [
    (set.length === 0 || set.length > LONGEST_SET) &&
      `expected a set of 1 to ${LONGEST_SET} characters, by which records of one name are told apart, got ${JSON.stringify(set)}`,
    ownProblem(routing),
  ];
}

function ownProblem(routing: Routing): string | false {
  switch (routing.policy) {
    case "weighted":
      return weightProblem(routing.weight);
    case "latency":
      return (
        !/^[a-z]{2}(-[a-z]+)+-\d$/.test(routing.region) &&
        `expected a region such as eu-west-1, got ${JSON.stringify(routing.region)}`
      );
    case "geolocation":
      return originProblem(routing.from);
    case "failover":
      return false;
  }
}

const weightProblem = (weight: number): string | false =>
  !(Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT) &&
  `expected a weight from 0 to ${MOST_WEIGHT}, got ${weight}`;

function originProblem(from: Origin): string | false {
  if (from === "elsewhere") return false;
  if ("continent" in from)
    return (
      !CONTINENTS.includes(from.continent) &&
      `expected a continent of ${CONTINENTS.join(", ")}, got ${JSON.stringify(from.continent)}`
    );
  const { country, state } = from;
  if (!/^[A-Z]{2}$/.test(country))
    return `expected a country by its two letters of ISO 3166, such as DE, got ${JSON.stringify(country)}; everywhere else is "elsewhere"`;
  if (state === undefined) return false;
  if (!WITH_STATES.includes(country))
    return `expected a state of ${WITH_STATES.join(" or ")}, the only countries whose states Route 53 tells apart, got ${state} of ${country}`;
  return (
    !/^[A-Z0-9]{1,3}$/.test(state) && `expected a state such as CA, got ${JSON.stringify(state)}`
  );
}

/** A routing as a record says it. */
export function routed(routing: Routing): Partial<Route53RecordConfig> {
  const { set: setIdentifier } = routing;
  switch (routing.policy) {
    case "weighted":
      return { setIdentifier, weightedRoutingPolicy: { weight: routing.weight } };
    case "latency":
      return { setIdentifier, latencyRoutingPolicy: { region: routing.region } };
    case "geolocation":
      return { setIdentifier, geolocationRoutingPolicy: placeOf(routing.from) };
    case "failover":
      return { setIdentifier, failoverRoutingPolicy: { type: routing.role.toUpperCase() } };
  }
}

function placeOf(from: Origin) {
  if (from === "elsewhere") return { country: "*" };
  if ("continent" in from) return { continent: from.continent };
  const { country, state } = from;
  return { country, ...(state === undefined ? {} : { subdivision: state }) };
}

/** What a set of records of one name lacks, or has twice. */
export function setProblems(routings: readonly Routing[]): (string | false)[] {
  const policies = [...new Set(routings.map(({ policy }) => policy))];
  const twice = repeated(routings.map(({ set }) => set));
  return [
    routings.length < 2 &&
      `expected at least two records to choose from, got ${routings.length}; make a DnsRecord without a routing`,
    policies.length > 1 &&
      `expected one policy for all records of a name, got ${policies.join(" and ")}`,
    twice !== undefined && `expected each set once, got ${JSON.stringify(twice)} twice`,
    ...(policies.length === 1 ? [policyProblem(routings)] : []),
  ];
}

function policyProblem(routings: readonly Routing[]): string | false {
  const twice = repeated(routings.map(placeText));
  switch (routings[0]?.policy) {
    case "weighted":
      return false;
    case "latency":
      return twice !== undefined && `expected each region once, got ${twice} twice`;
    case "geolocation":
      return twice === undefined
        ? elsewhereProblem(routings)
        : `expected each origin once, got ${twice} twice`;
    case "failover":
      return rolesProblem(routings);
    case undefined:
      return false;
  }
}

const elsewhereProblem = (routings: readonly Routing[]): string | false =>
  !routings.some((one) => one.policy === "geolocation" && one.from === "elsewhere") &&
  'expected a record from "elsewhere", got none; whoever no other record is for would get no answer';

function rolesProblem(routings: readonly Routing[]): string | false {
  const roles = routings.flatMap((one) => (one.policy === "failover" ? [one.role] : []));
  return (
    roles.toSorted().join() !== "primary,secondary" &&
    `expected one primary and one secondary, got ${roles.join(" and ")}`
  );
}

/** What no two records of a name may share beside their set. */
const placeText = (routing: Routing): string => {
  if (routing.policy === "latency") return routing.region;
  return routing.policy === "geolocation" ? JSON.stringify(routing.from) : routing.set;
};

const repeated = (texts: readonly string[]): string | undefined =>
  texts.find((text, index) => texts.indexOf(text) !== index);
