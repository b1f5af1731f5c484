/** Unsigned LEB128, as WebAssembly writes sizes. */
function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)];
}

/** The Wasm with one more custom section at its end, which engines ignore. */
export function withSection(wasm: Uint8Array, name: string, text: string): Uint8Array {
  const encoder = new TextEncoder();
  const title = encoder.encode(name);
  const content = encoder.encode(text);
  const body = [...leb128(title.length), ...title];
  const size = leb128(body.length + content.length);
  return Uint8Array.from([...wasm, 0, ...size, ...body, ...content]);
}
