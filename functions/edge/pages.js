/*
 * Viewer request: a site whose pages are objects of a store. A folder is its index.html, and a page without an end of its own is asked
 * for with a slash, so that relative links on it lead where they should.
 */
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.endsWith("/")) {
    request.uri = uri + "index.html";
    return request;
  }
  var last = uri.slice(uri.lastIndexOf("/") + 1);
  if (last.includes(".")) return request;
  // One slash at the start, whatever else is there: two would be another site's address.
  var page = uri.replace(/^[/\\]+/, "");
  var location = (page === "" ? "/" : "/" + page + "/") + queryOf(request.querystring);
  return {
    statusCode: 308,
    statusDescription: "Permanent Redirect",
    headers: { location: { value: location } },
  };
}

/** As it was asked for: CloudFront gives it decoded in no part. */
function queryOf(querystring) {
  var parts = Object.keys(querystring).map(function (name) {
    var parameter = querystring[name];
    var values = parameter.multiValue || [parameter];
    return values
      .map(function (one) {
        return one.value === "" ? name : name + "=" + one.value;
      })
      .join("&");
  });
  return parts.length === 0 ? "" : "?" + parts.join("&");
}
