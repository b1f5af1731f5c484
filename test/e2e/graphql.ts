import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { CONTRACTS, GRAPHED } from "../constructs/support/graphql";
import { cellOf, codeOf } from "../constructs/support/synth";
import { settle } from "../../model/settle";
import { NO_QUESTIONS } from "./cell";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

export const CELL = `${GRAPHED.name}-c01`;

export const graphqlStack = () => cellOf(GRAPHED, {}, CONTRACTS);

/** Says of each review by what it was asked for, and fails where there is none. */
const HANDLER = `exports.handler = async ({ info, arguments: asked }) => {
  const review = { id: asked.id ?? "r1", text: info.parentTypeName + "." + info.fieldName, at: "2026-01-01T00:00:00Z", by: { name: "Ada" } };
  if (asked.id === "none") throw new Error("no review");
  return review;
};`;

/** The stack, and code that resolves the fields of its schema. */
export function writeReviews(estate: Estate): void {
  writeStack(estate, CELL, graphqlStack().json);
  for (const service of settle(GRAPHED, {}, CONTRACTS).services) {
    const zip = join(estate.folder, "cdktf.out", "stacks", CELL, codeOf(service).fileName);
    mkdirSync(dirname(zip), { recursive: true });
    writeFileSync(zip, zipSync({ "index.js": strToU8(HANDLER) }));
  }
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly unknown[];
  };
}

/** As a caller asks, by the path under which the emulator has all APIs. */
export async function ask(estate: Estate, query: string, token?: string): Promise<Answer> {
  const outputs = await estate.must(CELL, "output", "-json", ...NO_QUESTIONS.slice(1));
  const { reviews_api_id: id } = JSON.parse(outputs) as Record<string, { value: string }>;
  const address = `${estate.env["AWS_ENDPOINT_URL"]}/v1/apis/${id?.value}/graphql`;
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: token }),
    },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer["body"] };
}
