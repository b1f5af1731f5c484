import type { Contract } from "../../../model/contracts/contracts";
import { show } from "../../../model/problems";
import { messageOf } from "../../cli/errors";

/**
 * The services of a `.proto` file. It reads the file's own statements and the methods of services, and what lies in messages
 * only as far as its braces go: that is for a compiler, such as the buf by which contracts are compared.
 *
 * @see https://protobuf.dev/reference/protobuf/proto3-spec/
 */
export function readProto(file: string, text: string): Contract {
  try {
    return { kind: "proto", services: new ProtoFile(text).services() };
  } catch (error) {
    return { kind: "broken", problem: `a .proto file, got ${show(file)}: ${messageOf(error)}` };
  }
}

interface Token {
  readonly text: string;
  readonly line: number;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\.?[A-Za-z_][\w.]*|\.?\d[\w.+-]*|\S/g;

const NAME = /^[A-Za-z_]\w*$/;
const FULL_NAME = /^\.?[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Statements that end with a semicolon, and those whose braces are passed over. */
const SIMPLE = ["syntax", "edition", "import", "option"];
const BLOCKS = ["message", "enum", "extend"];

class ProtoFile {
  private readonly tokens: readonly Token[];
  private at = 0;
  private package = "";

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  services(): string[] {
    const names: string[] = [];
    while (this.at < this.tokens.length) {
      const name = this.statement();
      if (name !== undefined) names.push(name);
    }
    // The package may stand after a service, and is of the whole file.
    return names.map((name) => (this.package === "" ? name : `${this.package}.${name}`));
  }

  /** @returns the name of a service */
  private statement(): string | undefined {
    const word = this.next("a statement");
    if (word === ";") return undefined;
    if (SIMPLE.includes(word)) return this.toEnd(";");
    if (BLOCKS.includes(word)) return this.block();
    if (word === "package") return this.ofPackage();
    if (word === "service") return this.service();
    throw this.unexpected("a statement such as message or service");
  }

  private ofPackage(): undefined {
    this.package = this.named(FULL_NAME, "a package's name");
    return this.expect(";");
  }

  private block(): undefined {
    this.named(FULL_NAME, "a name");
    this.expect("{");
    return this.toEnd("}");
  }

  private service(): string {
    const name = this.named(NAME, "a service's name");
    this.expect("{");
    for (let word = this.next("}"); word !== "}"; word = this.next("}")) {
      if (word === "rpc") this.method();
      else if (word === "option") this.toEnd(";");
      else if (word !== ";") throw this.unexpected("rpc, option or }");
    }
    return name;
  }

  private method(): void {
    this.named(NAME, "a method's name");
    this.message();
    this.expect("returns");
    this.message();
    const end = this.next("; or {");
    if (end === "{") this.toEnd("}");
    else if (end !== ";") throw this.unexpected("; or {");
  }

  /** `(stream shop.v1.Item)` */
  private message(): void {
    this.expect("(");
    const word = this.next("a message's name");
    if (word === "stream" && this.tokens[this.at]?.text !== ")") this.next("a message's name");
    this.expect(")");
  }

  /** Past the end of what is begun, whatever lies in it. */
  private toEnd(end: ";" | "}"): undefined {
    let depth = 0;
    for (let word = this.next(end); depth > 0 || word !== end; word = this.next(end)) {
      if (word === "{") depth += 1;
      if (word === "}") depth -= 1;
      if (depth < 0) throw this.unexpected(end);
    }
    return undefined;
  }

  private named(pattern: RegExp, what: string): string {
    const word = this.next(what);
    if (pattern.test(word)) return word;
    throw this.unexpected(what);
  }

  private expect(word: string): undefined {
    if (this.next(word) !== word) throw this.unexpected(word);
    return undefined;
  }

  private next(wanted: string): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error(`it ends where ${wanted} should be`);
    this.at += 1;
    return token.text;
  }

  /** Of the token that was taken last. */
  private unexpected(wanted: string): Error {
    const { line, text } = this.tokens[this.at - 1] as Token;
    return new Error(`line ${line} has ${text} where ${wanted} should be`);
  }
}

function tokensOf(text: string): Token[] {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  let line = 1;
  return [...text.matchAll(TOKEN)].flatMap(({ 0: word, index }) => {
    while ((starts[line - 1] ?? Infinity) < index) line += 1;
    return word.startsWith("//") || word.startsWith("/*") ? [] : [{ text: word, line }];
  });
}
