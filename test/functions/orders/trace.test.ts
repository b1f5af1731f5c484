import fc from "fast-check";
import { fromTraceparent, fromXRay } from "../../../functions/orders/trace";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

test("a traceparent gives trace, span and the sampled flag", () => {
  expect(fromTraceparent(`00-${TRACE}-${SPAN}-01`)).toEqual({
    ...{ traceId: TRACE, spanId: SPAN, sampled: true },
  });
  expect(fromTraceparent(`cc-${TRACE}-${SPAN}-02-more`)).toMatchObject({ sampled: false });
});

test.each([
  ["nothing", undefined],
  ["version ff", `ff-${TRACE}-${SPAN}-01`],
  ["a trace of zeros", `00-${"0".repeat(32)}-${SPAN}-01`],
  ["a span of zeros", `00-${TRACE}-${"0".repeat(16)}-01`],
  ["capitals", `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ["a short one", "00-abc-def-01"],
  ["more without a dash", `00-${TRACE}-${SPAN}-011`],
])("%s is no traceparent", (_what, value) => {
  expect(fromTraceparent(value)).toBeUndefined();
});

test("an X-Ray header gives the same 32 digits", () => {
  const header = `Root=1-${TRACE.slice(0, 8)}-${TRACE.slice(8)};Parent=${SPAN};Sampled=1`;
  expect(fromXRay(header)).toEqual({ traceId: TRACE, spanId: SPAN, sampled: true });
  expect(fromXRay(`Root=1-${TRACE.slice(0, 8)}-${TRACE.slice(8)}`)).toEqual({
    ...{ traceId: TRACE, sampled: false },
  });
  expect(fromXRay("Root=1-abc;Parent=x")).toBeUndefined();
  expect(fromXRay(undefined)).toBeUndefined();
});

test("free text is never read as a trace and never fails", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([fromTraceparent(text), fromXRay(text)]).toEqual([undefined, undefined]);
    }),
  );
});
