import type {
  DescribedRoute,
  Route,
  RouteResponse,
  Throttle,
} from "../../../model/workloads/request_settled";

/** The schema of what the API itself answers, before or instead of the code. */
export const SAID_BY_THE_API = {
  Message: {
    description: "What the API itself answers.",
    type: "object",
    properties: { message: { type: "string" } },
    required: ["message"],
  },
};

interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

type Answers = Readonly<Record<string, Answer>>;

/** What the code answers, as declared, and what the API answers for it; `default` stands for a code that says nothing. */
export function answersOf(route: DescribedRoute, throttle: Throttle): Answers {
  const declared = Object.fromEntries(route.responses.map((one) => [one.status, answerOf(one)]));
  const own = ownAnswers(route, throttle);
  const both = Object.entries(own).map(([status, answer]): [string, Answer] => [
    status,
    joined(declared[status], answer),
  ]);
  const silent = route.responses.length === 0 && {
    default: { description: "What the service answers; its declaration does not say." },
  };
  return { ...declared, ...Object.fromEntries(both), ...silent };
}

/** The code and the API may answer the same status, each in its own media type. */
const joined = (declared: Answer | undefined, own: Answer): Answer =>
  declared === undefined
    ? own
    : {
        description: `${declared.description} Or: ${own.description}`,
        content: { ...own.content, ...declared.content },
      };

const answerOf = ({ status, schema }: RouteResponse): Answer => ({
  description: `Answered by the service with ${status}.`,
  ...(schema && {
    content: {
      [Number(status) < 400 ? "application/json" : "application/problem+json"]: { schema },
    },
  }),
});

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
function ownAnswers({ auth, scopes }: Route, { ratePerSecond, burst }: Throttle): Answers {
  return {
    ...(auth === "jwt" && { "401": own("The token is missing, expired or none of this API's.") }),
    ...(scopes.length > 0 && { "403": own(`The token has no scope of ${scopes.join(", ")}.`) }),
    "429": own(
      `More than ${ratePerSecond} requests a second over time, or ${burst} at once, over all routes.`,
    ),
    "500": own("The service failed."),
    "503": own("The service did not answer in time."),
  };
}

const own = (description: string): Answer => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Message" } } },
});
