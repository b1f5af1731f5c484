import type { CloudFrontResponse, CloudFrontResponseEvent } from "aws-lambda";
import { handler } from "../../../functions/edge/missing";

const answer = (status: string): CloudFrontResponse => ({
  ...{ status, statusDescription: "As S3 says it" },
  headers: {
    etag: [{ key: "ETag", value: '"1"' }],
    "content-type": [{ key: "Content-Type", value: "application/xml" }],
    "transfer-encoding": [{ key: "Transfer-Encoding", value: "chunked" }],
  },
});

const event = (response: CloudFrontResponse): CloudFrontResponseEvent => ({
  Records: [
    {
      cf: {
        config: {
          ...{ distributionDomainName: "d111111abcdef8.cloudfront.net" },
          ...{ distributionId: "EDFDVBD6EXAMPLE", eventType: "origin-response", requestId: "1" },
        },
        request: {
          ...{ clientIp: "203.0.113.178", headers: {}, method: "GET", querystring: "" },
          uri: "/guide/lamp.html",
        },
        response,
      },
    },
  ],
});

test("an object that there is not is not found, and remembered for seconds", async () => {
  expect(await handler(event(answer("403")))).toEqual({
    ...{ status: "404", statusDescription: "Not Found", body: "There is nothing here.\n" },
    headers: {
      ...answer("403").headers,
      "cache-control": [{ key: "Cache-Control", value: "public, max-age=10" }],
      "content-type": [{ key: "Content-Type", value: "text/plain; charset=utf-8" }],
    },
  });
});

test.each(["200", "304", "416", "503"])("what S3 answers with %s is handed on", async (status) => {
  expect(await handler(event(answer(status)))).toEqual(answer(status));
});

test("an event without an answer is refused", () => {
  expect(() => handler({ Records: [] })).toThrow("expected the answer of an origin, got none");
});
