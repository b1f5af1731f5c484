import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { SourceLine, SourceLines } from "../model/service";
import { UserError } from "./cli/errors";

/** Where a service is declared: one file each. */
export const serviceFile = (service: string): string => `environments/services/${service}.ts`;

/**
 * The lines of every service's declaration, by the service's name, as `settle` takes them. A service
 * that is declared elsewhere has no lines: findings then name its construct only.
 */
export function readSources(
  repositoryRoot: string,
  services: readonly string[],
): Record<string, SourceLines> {
  const names = [...new Set(services)].filter((name) =>
    existsSync(join(repositoryRoot, serviceFile(name))),
  );
  return Object.fromEntries(
    names.map((name) => [name, readSourceLines(repositoryRoot, serviceFile(name), name)]),
  );
}

/**
 * Where each property of a service's declaration stands: `orders`, `orders.workload`,
 * `orders.objectives[0].target`, … Constants of the same file are followed, so that a part that was
 * given a name keeps its own lines.
 *
 * @param file - below the root, with forward slashes: `environments/services/orders.ts`
 * @param service - the declaration's `name`, else the name of its constant
 * @throws UserError when the file cannot be read or holds no such declaration
 */
export function readSourceLines(
  repositoryRoot: string,
  file: string,
  service: string,
): SourceLines {
  return sourceLinesOf(read(join(repositoryRoot, file), file), file, service);
}

/** As {@link readSourceLines}, of a text that is already at hand. */
export function sourceLinesOf(text: string, file: string, service: string): SourceLines {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
  const constants = constantsOf(source);
  const declaration = findDeclaration(constants, service);
  if (declaration === undefined)
    throw new UserError(`${file}: expected an exported object with name: "${service}"`);
  const walk: Walk = { source, file, constants, lines: {} };
  mark(walk, service, declaration.name);
  visit(walk, service, declaration.value, 0);
  return walk.lines;
}

interface Constant {
  readonly exported: boolean;
  readonly name: ts.Identifier;
  readonly value: ts.Expression;
}

interface Walk {
  readonly source: ts.SourceFile;
  readonly file: string;
  readonly constants: ReadonlyMap<string, Constant>;
  readonly lines: Record<string, SourceLine>;
}

/** Deeper than any declaration; stops a constant that names itself. */
const DEEPEST = 24;

function read(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError(`${file}: cannot be read; is it in the repository?`);
  }
}

function constantsOf(source: ts.SourceFile): Map<string, Constant> {
  const statements = source.statements.filter(ts.isVariableStatement);
  return new Map(
    statements.flatMap((statement) => {
      const exported = statement.modifiers?.some(isExport) ?? false;
      return statement.declarationList.declarations.flatMap((declaration) =>
        constant(declaration, exported),
      );
    }),
  );
}

const isExport = ({ kind }: ts.ModifierLike) => kind === ts.SyntaxKind.ExportKeyword;

function constant(
  { name, initializer }: ts.VariableDeclaration,
  exported: boolean,
): (readonly [string, Constant])[] {
  if (!ts.isIdentifier(name) || initializer === undefined) return [];
  return [[name.text, { exported, name, value: bare(initializer) }]];
}

function findDeclaration(
  constants: ReadonlyMap<string, Constant>,
  service: string,
): Constant | undefined {
  const objects = [...constants.values()]
    .filter(({ value }) => ts.isObjectLiteralExpression(value))
    .sort((a, b) => Number(b.exported) - Number(a.exported));
  const camel = service.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return (
    objects.find(({ value }) => nameProperty(value) === service) ??
    objects.find(({ name }) => name.text === camel)
  );
}

function nameProperty(value: ts.Expression): string | undefined {
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  for (const property of value.properties) {
    if (!ts.isPropertyAssignment(property) || keyOf(property.name) !== "name") continue;
    return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
  }
  return undefined;
}

/** Without parentheses, `as const`, `satisfies …`. */
function bare(value: ts.Expression): ts.Expression {
  let at = value;
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at)
  )
    at = at.expression;
  return at;
}

function visit(walk: Walk, path: string, expression: ts.Expression, depth: number): void {
  if (depth > DEEPEST) return;
  const value = bare(expression);
  if (ts.isIdentifier(value)) {
    const constant = walk.constants.get(value.text);
    if (constant !== undefined) visit(walk, path, constant.value, depth + 1);
  } else if (ts.isArrayLiteralExpression(value)) {
    visitList(walk, path, value, depth + 1);
  } else if (ts.isObjectLiteralExpression(value)) {
    for (const property of value.properties) visitProperty(walk, path, property, depth + 1);
  }
}

function visitList(walk: Walk, path: string, list: ts.ArrayLiteralExpression, depth: number): void {
  for (const [index, element] of list.elements.entries()) {
    // How many there are in a spread list is not known here, so neither is any place after it.
    if (ts.isSpreadElement(element)) return;
    mark(walk, `${path}[${index}]`, element);
    visit(walk, `${path}[${index}]`, element, depth);
  }
}

function visitProperty(
  walk: Walk,
  path: string,
  property: ts.ObjectLiteralElementLike,
  depth: number,
): void {
  if (ts.isSpreadAssignment(property)) return visit(walk, path, property.expression, depth);
  const key = keyOf(property.name);
  if (key === undefined) return;
  const at = `${path}.${key}`;
  mark(walk, at, property);
  if (ts.isPropertyAssignment(property)) visit(walk, at, property.initializer, depth);
  if (ts.isShorthandPropertyAssignment(property)) visit(walk, at, property.name, depth);
}

function keyOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** The last one wins, as it does when JavaScript builds the object. */
function mark({ source, file, lines }: Walk, path: string, node: ts.Node): void {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  lines[path] = { file, line: line + 1 };
}
