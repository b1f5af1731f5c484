import type { CloudFrontResponseEvent, CloudFrontResponseResult } from "aws-lambda";

/** Not for long: an object may be uploaded the next minute. */
const REMEMBERED = "public, max-age=10";

/**
 * Origin response: S3 answers 403 where there is no object, since nobody may list the bucket. Who asks for a page that there is not is told so, and search
 * engines forget it.
 */
export function handler({ Records }: CloudFrontResponseEvent): Promise<CloudFrontResponseResult> {
  const [record] = Records;
  if (record === undefined) throw new Error("expected the answer of an origin, got none");
  const { response } = record.cf;
  if (response.status !== "403") return Promise.resolve(response);
  return Promise.resolve({
    ...{ status: "404", statusDescription: "Not Found" },
    headers: {
      // CloudFront answers 502 where one of those is gone that code may not touch, such as Transfer-Encoding.
      ...response.headers,
      "cache-control": [{ key: "Cache-Control", value: REMEMBERED }],
      "content-type": [{ key: "Content-Type", value: "text/plain; charset=utf-8" }],
    },
    body: "There is nothing here.\n",
  });
}
