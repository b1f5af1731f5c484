/*
 * Viewer response: a file that has its content's digest in its name (`app.3f9a1c2b.js`) never changes, so a browser need not ask for
 * it again. Whatever else the store or the distribution says stays.
 */
function handler(event) {
  var response = event.response;
  var hashed = /\.[0-9a-f]{8,}\.[a-z0-9]+$/.test(event.request.uri);
  if (hashed && response.statusCode === 200) {
    response.headers["cache-control"] = { value: "public, max-age=31536000, immutable" };
  }
  return response;
}
