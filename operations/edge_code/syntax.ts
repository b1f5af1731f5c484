import ts from "typescript";

/** What CloudFront's runtime is documented not to know, or not to let code do. */
interface Refused {
  readonly what: string;
  readonly line: number;
}

/** Names of what the runtime throws at, or has not. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html */
const NAMES = new Set([
  ...["eval", "Function", "setTimeout", "setInterval", "setImmediate"],
  ...["clearTimeout", "clearInterval", "clearImmediate"],
  ...[
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "process",
    "global",
    "globalThis",
    "module",
    "exports",
  ],
]);

/** Modules that are built in: the first is imported, the others are required. */
const IMPORTED = "cloudfront";
const REQUIRED = new Set(["buffer", "crypto", "querystring"]);

/** Parts of the language by their kind in the tree. */
const KINDS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.ClassDeclaration, "a class"],
  [ts.SyntaxKind.ClassExpression, "a class"],
  [ts.SyntaxKind.ForOfStatement, "a loop `for … of`"],
  [ts.SyntaxKind.ObjectBindingPattern, "a value that is taken apart"],
  [ts.SyntaxKind.ArrayBindingPattern, "a value that is taken apart"],
  [ts.SyntaxKind.SpreadElement, "a list that is spread"],
  [ts.SyntaxKind.SpreadAssignment, "an object that is spread"],
  [ts.SyntaxKind.YieldExpression, "a generator"],
  [ts.SyntaxKind.ExportAssignment, "an export"],
  [ts.SyntaxKind.ExportDeclaration, "an export"],
  [ts.SyntaxKind.ExportKeyword, "an export"],
]);

/** What of a tree CloudFront refuses, in the order of its lines. */
export function refusedIn(source: ts.SourceFile): Refused[] {
  const found: Refused[] = [];
  const visit = (node: ts.Node): void => {
    const what = refused(node);
    if (what !== undefined) found.push({ what, line: lineOf(source, node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

function refused(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return importOf(node);
  if (ts.isCallExpression(node)) return callOf(node);
  if (ts.isAwaitExpression(node) && isArgument(node))
    return "an `await` in the arguments of a call";
  if (ts.isParameter(node) && node.initializer !== undefined) return "a parameter with a default";
  if (ts.isIdentifier(node) && NAMES.has(node.text) && isValue(node)) return `\`${node.text}\``;
  return KINDS.get(node.kind);
}

function importOf({ moduleSpecifier }: ts.ImportDeclaration): string | undefined {
  const name = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  return name === IMPORTED ? undefined : `an import of "${name}"`;
}

function callOf({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return "an import at run time";
  if (!ts.isIdentifier(expression) || expression.text !== "require") return undefined;
  const name = first !== undefined && ts.isStringLiteral(first) ? first.text : "…";
  return REQUIRED.has(name) ? undefined : `\`require("${name}")\``;
}

/** Anywhere in them, but for a function that is one. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/async-await-syntax.html */
function isArgument(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression !== node || isArgument(parent);
  return !ts.isFunctionLike(parent) && !ts.isStatement(parent) && isArgument(parent);
}

/** Not a property's name, which may be any: `request.process`. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isMethodDeclaration(parent);
}
