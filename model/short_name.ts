/** FNV-1a of 32 bits: the same on every machine, and no secret. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/** `orders-success` → `OrdersSuccess`. */
export function pascalCase(text: string): string {
  return text
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
