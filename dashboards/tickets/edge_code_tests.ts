import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { codeTicket, seriesOfCode, watchedCode, type WatchedCode } from "./edge_code";
import { overTest } from "./over_test";
import type { Reason } from "./reasons";

/** The tickets' own tests, for `promtool test rules`. */
export const codeCases = (environment: Environment): TestCase[] =>
  watchedCode(environment).flatMap((watched) =>
    watched.reasons.map((reason) => caseOf(watched, reason, environment)),
  );

function caseOf(watched: WatchedCode, reason: Reason, environment: Environment): TestCase {
  const { alert, code, service } = watched;
  const neighbour = { ...watched, service: { ...service, name: `other-${service.name}` } };
  const own = seriesOfCode(watched, reason);
  const others = seriesOfCode(neighbour, reason);
  return overTest(
    {
      ...{ ticket: codeTicket(watched, reason, environment), reason },
      ...{ title: `${alert} ${code} ${reason.name}`, own },
      // A router is the same, whoever is before it.
      neighbour: others === own ? undefined : others,
    },
    environment,
  );
}
