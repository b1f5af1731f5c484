import cf from "cloudfront";

const crypto = require("crypto");
const Bytes = require("buffer").Buffer;

/*
 * Viewer request: sends each request to the cell that its user is in, and to no other. It reads the partition key, finds the key's
 * bucket by the first twelve bits of its SHA-256, and the bucket's cell in the key-value store. Without a key there is one declared
 * place to go, or an answer; whatever the store lacks is an answer too.
 *
 * What is set next is written anew at synthesis, as the fleet declares it:
 * where the key is; in which claim of a JSON Web Token ("": the value itself is the key); whether a signature is asked for, or the
 * cell does that; the cell of requests without a key ("": they are refused); and whether the store pins keys to cells.
 */
const SETTINGS = {
  from: "cookie",
  name: "tenant",
  claim: "sub",
  signed: true,
  home: "",
  pins: true,
};

/** Longest value that is looked into, and longest key, in characters: what is beyond costs time that the runtime has not. */
const LONGEST_VALUE = 4096;
const LONGEST_KEY = 256;

/** RFC 7518, section 3.2: a key for HS256 has 256 bits at least. */
const SHORTEST_SECRET = 32;

/** How far the clocks of whoever signs and of an edge may be apart, seconds. */
const SKEW = 60;

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const KEY_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What bytes that are no UTF-8 become: two different keys must not become one. */
const BROKEN = "\uFFFD";

async function handler(event) {
  try {
    return await route(event.request);
  } catch (error) {
    // The store failed, lacks what it must hold, or names a cell that the distribution lacks.
    console.log("router: " + error);
    return answer(503, "Service Unavailable", { "retry-after": { value: "5" } });
  }
}

async function route(request) {
  const found = valueOf(request);
  if (found === null) return answer(400, "Bad Request", {});
  const key = found === "" ? "" : await keyOf(found);
  const refused = key === null || (key === "" && SETTINGS.home === "");
  if (refused) return answer(401, "Unauthorized", { "www-authenticate": { value: "Bearer" } });
  const cell = key === "" ? SETTINGS.home : await cellOf(key);
  cf.selectRequestOriginById(cell);
  return request;
}

/** What a request says of its user; "": nothing; null: several things, or more than is looked into. */
function valueOf(request) {
  const given = own(SETTINGS.from === "cookie" ? request.cookies : request.headers, SETTINGS.name);
  if (given === null) return "";
  if (given.multiValue && given.multiValue.length > 1) return null;
  if (given.value.length > LONGEST_VALUE) return null;
  return SETTINGS.name === "authorization" ? given.value.replace(/^bearer +/i, "") : given.value;
}

/** The partition key; "": of a token that is over, or whose secret is; null: of one that is none, or that nobody signed. */
async function keyOf(value) {
  if (SETTINGS.claim === "") return isKey(value) ? value : null;
  const parts = value.split(".");
  if (parts.length !== 3) return null;
  const signed = SETTINGS.signed ? await signatureOf(parts) : true;
  if (signed !== true) return signed;
  const claims = parsed(parts[1]);
  if (claims === null) return null;
  const time = SETTINGS.signed ? timeOf(claims) : true;
  if (time !== true) return time;
  const key = own(claims, SETTINGS.claim);
  return isKey(key) ? key : null;
}

function isKey(key) {
  if (typeof key !== "string" || key === "" || key.length > LONGEST_KEY) return false;
  return key.indexOf(BROKEN) < 0 && Bytes.from(key, "utf8").toString("utf8") === key;
}

/** Whether a token counts now: true; "": no more; null: not yet, or for ever. */
function timeOf(claims) {
  const now = Date.now() / 1000;
  if (typeof claims.exp !== "number") return null;
  if (claims.exp <= now) return "";
  return claims.nbf === undefined || claims.nbf <= now + SKEW ? true : null;
}

/** Whether HS256 with the secret of its `kid` gives the token's signature: true; null: no; "": there is no such secret any more. */
async function signatureOf(parts) {
  const header = parsed(parts[0]);
  if (header === null || header.alg !== "HS256" || header.crit !== undefined) return null;
  if (typeof header.kid !== "string" || !KEY_ID.test(header.kid)) return null;
  const kvs = cf.kvs();
  const name = "secret:" + header.kid;
  if (!(await kvs.exists(name))) return "";
  const secret = await kvs.get(name);
  if (secret.length < SHORTEST_SECRET) throw new Error(name + " is too short");
  const hmac = crypto.createHmac("sha256", secret);
  return same(hmac.update(parts[0] + "." + parts[1]).digest("base64url"), parts[2]) ? true : null;
}

function own(all, name) {
  return Object.prototype.hasOwnProperty.call(all, name) ? all[name] : null;
}

/** In the same time wherever two texts differ. */
function same(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** An object of JSON in base64url, or null. */
function parsed(text) {
  if (!BASE64URL.test(text)) return null;
  try {
    const value = JSON.parse(Bytes.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Throws where the store has no answer: there is no other cell to try. */
async function cellOf(key) {
  const kvs = cf.kvs();
  const hash = crypto.createHash("sha256").update(key).digest("hex");
  if (SETTINGS.pins && (await kvs.exists("pin:" + hash))) return kvs.get("pin:" + hash);
  // The first digit names one of 16 values, each of 256 cells; the next two the place in it.
  const cells = (await kvs.get("buckets:" + hash.slice(0, 1))).split(" ");
  const cell = cells[parseInt(hash.slice(1, 3), 16)];
  if (cells.length !== 256 || !cell)
    throw new Error("buckets:" + hash.slice(0, 1) + " is not whole");
  return cell;
}

function answer(statusCode, statusDescription, headers) {
  headers["cache-control"] = { value: "no-store" };
  return { statusCode: statusCode, statusDescription: statusDescription, headers: headers };
}
