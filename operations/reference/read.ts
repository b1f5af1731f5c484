import { relative } from "node:path";
import type * as TypeDoc from "typedoc" with { "resolution-mode": "import" };

/** What a docstring says of a class, an interface or a type. */
export interface Documented {
  readonly name: string;
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly summary: string;
  /** What a type stands for, as in the source; nothing but of a type. */
  readonly type: string | undefined;
  /** Its public, readonly data; of an object type and of an interface, all of it. In the order of the source. */
  readonly members: readonly Member[];
  /** What its constructor takes as `props`; none but of a class. */
  readonly props: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly summary: string;
  /** As `@default` says it. */
  readonly byDefault: string | undefined;
  /** As `@see` says it. */
  readonly see: readonly string[];
}

/**
 * Reads the docstrings of what these files export, by TypeDoc.
 *
 * @param files - globs, from the repository's root
 * @throws if a file can't be read as TypeScript
 */
export async function readDocstrings(
  root: string,
  files: readonly string[],
): Promise<Documented[]> {
  // TypeDoc is a module of the newer kind, which this program can only load so.
  const typedoc = await import("typedoc");
  const app = await typedoc.Application.bootstrap({
    entryPoints: files.map((file) => `${root}/${file}`),
    tsconfig: `${root}/tsconfig.build.json`,
    ...{ excludePrivate: true, excludeProtected: true, excludeExternals: true },
    ...{ disableGit: true, sourceLinkTemplate: "{path}", readme: "none" },
    ...{ sort: ["source-order"], logLevel: "Error", skipErrorChecking: true },
  });
  const project = await app.convert();
  if (project === undefined) throw new Error(`${files.join(", ")}: TypeDoc could not read them`);
  return new Reader(typedoc, root).read(project);
}

class Reader {
  constructor(
    private readonly typedoc: typeof TypeDoc,
    private readonly root: string,
  ) {}

  read(project: TypeDoc.ProjectReflection): Documented[] {
    const { Class, Interface, TypeAlias } = this.typedoc.ReflectionKind;
    return (
      project.getReflectionsByKind(Class | Interface | TypeAlias) as TypeDoc.DeclarationReflection[]
    ).map((one) => ({
      name: one.name,
      file: this.fileOf(one),
      summary: this.summaryOf(one.comment),
      type: one.kindOf(TypeAlias) ? named(String(one.type)) : undefined,
      members: this.dataOf(one).map((member) => this.memberOf(member)),
      props: this.propsOf(one).map((member) => this.memberOf(member)),
    }));
  }

  private fileOf({ sources = [] }: TypeDoc.DeclarationReflection): string {
    return relative(this.root, sources[0]?.fullFileName ?? "").replaceAll("\\", "/");
  }

  private dataOf(one: TypeDoc.DeclarationReflection): TypeDoc.DeclarationReflection[] {
    const { Property, Accessor, TypeAlias } = this.typedoc.ReflectionKind;
    const children = one.kindOf(TypeAlias) ? this.membersOf(one.type) : (one.children ?? []);
    return children.filter((child) => child.kindOf(Property | Accessor));
  }

  private propsOf(one: TypeDoc.DeclarationReflection): TypeDoc.DeclarationReflection[] {
    const { Constructor } = this.typedoc.ReflectionKind;
    const constructor = (one.children ?? []).find((child) => child.kindOf(Constructor));
    return this.membersOf(constructor?.signatures?.[0]?.parameters?.[2]?.type);
  }

  /** What an object of this type holds, by way of names, of aliases and of all that it is at once. */
  private membersOf(type: TypeDoc.SomeType | undefined): TypeDoc.DeclarationReflection[] {
    if (type?.type === "intersection") return type.types.flatMap((one) => this.membersOf(one));
    if (type?.type === "reflection") return type.declaration.children ?? [];
    if (type?.type !== "reference") return [];
    const target = type.reflection;
    if (!(target instanceof this.typedoc.DeclarationReflection)) return [];
    return target.children ?? this.membersOf(target.type);
  }

  private memberOf(one: TypeDoc.DeclarationReflection): Member {
    const comment = one.comment ?? one.getSignature?.comment;
    return {
      name: one.name,
      type: named(String(one.type ?? one.getSignature?.type)),
      optional: one.flags.isOptional,
      summary: this.summaryOf(comment),
      byDefault: this.tagsOf(comment, "@default")[0],
      see: this.tagsOf(comment, "@see"),
    };
  }

  private summaryOf(comment: TypeDoc.Comment | undefined): string {
    return this.text(comment?.summary ?? []);
  }

  private tagsOf(comment: TypeDoc.Comment | undefined, tag: `@${string}`): string[] {
    return (comment?.getTags(tag) ?? []).map(({ content }) => this.text(content));
  }

  /** On one line, links as what they lead to; TypeDoc makes a block of code of what `@default` holds. */
  private text(parts: readonly TypeDoc.CommentDisplayPart[]): string {
    const text = this.typedoc.Comment.combineDisplayParts(parts);
    return text
      .replace(/^```\w*\n([\s\S]*)\n```$/, "$1")
      .replace(/\{@link ([\w.]+)\}/g, "`$1`")
      .replace(/\s+/g, " ")
      .trim();
  }
}

/** TypeDoc spells out, in any order, what a template of text stands for; the source calls it by its name. */
const named = (type: string): string =>
  type.replace(/`\$\{number\}[smhd]`( \| `\$\{number\}[smhd]`){3}/g, "Duration");
