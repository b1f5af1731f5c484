declare module "@open-policy-agent/opa-wasm" {
  export interface LoadedPolicy {
    evaluate(input: unknown, entrypoint?: string): unknown;
    readonly mem: WebAssembly.Memory;
  }
  export function loadPolicySync(
    wasm: WebAssembly.Module | Uint8Array,
    memory: { initial: number },
  ): LoadedPolicy;
}

/** Node has it; the libraries of the compiler that describe it are those of a browser. */
declare const WebAssembly: {
  readonly Module: {
    new (bytes: Uint8Array): WebAssembly.Module;
    customSections(module: WebAssembly.Module, name: string): ArrayBuffer[];
  };
};
