import ts from "typescript";
import { refusedIn } from "./syntax";

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const MOST_BYTES = 10_240;

const KNOWN =
  'expected what the runtime cloudfront-js-2.0 is documented to know (ES 5.1; let, const, arrow functions, rest parameters, template literals, async and await; `import cf from "cloudfront"`, `require` of buffer, crypto and querystring)';

/**
 * What CloudFront would refuse of a function's text, or throw at when it runs: all at once, each `expected …, got …`.
 *
 * @param text - JavaScript, as it is sent
 */
export function edgeCodeProblems(text: string): string[] {
  const bytes = Buffer.byteLength(text);
  const long = `expected at most ${MOST_BYTES} bytes, which is what CloudFront takes, got ${bytes}; what needs more is a function of Lambda@Edge`;
  return [...(bytes > MOST_BYTES ? [long] : []), ...languageProblems(text)];
}

function languageProblems(text: string): string[] {
  const broken = brokenAt(text);
  if (broken !== undefined) return [`expected JavaScript, got ${broken}`];
  const source = ts.createSourceFile(
    "edge.js",
    text,
    ts.ScriptTarget.ESNext,
    true,
    ts.ScriptKind.JS,
  );
  const refused = refusedIn(source).map(
    ({ what, line }) => `${KNOWN}, got ${what} in line ${line}`,
  );
  return hasHandler(source)
    ? refused
    : [
        "expected a function `handler(event)` at the top of the file, which CloudFront calls, got none",
        ...refused,
      ];
}

/** The first mistake of its syntax. */
function brokenAt(text: string): string | undefined {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: "edge.js",
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext },
  });
  const [first] = diagnostics;
  if (first === undefined) return undefined;
  const message = ts.flattenDiagnosticMessageText(first.messageText, " ");
  const line = first.file?.getLineAndCharacterOfPosition(first.start ?? 0).line ?? 0;
  return `a mistake in line ${line + 1}: ${message}`;
}

const hasHandler = ({ statements }: ts.SourceFile): boolean =>
  statements.some((one) => ts.isFunctionDeclaration(one) && one.name?.text === "handler");
