import { createHash } from "node:crypto";
import type { TerraformJson } from "../../../constructs/terraform_json";
import type { Workspace } from "./terraform";

type Values = Readonly<Record<string, unknown>>;

/** As `terraform providers schema -json` says it. */
type AttributeType = string | readonly [string, AttributeType | Readonly<Record<string, unknown>>];
interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly type?: AttributeType; readonly computed?: boolean }>
  >;
  readonly block_types?: Readonly<
    Record<string, { readonly block: Block; readonly nesting_mode: string }>
  >;
}
export interface Schemas {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, SchemaOfType>> }>
  >;
}
interface SchemaOfType {
  readonly version: number;
  readonly block: Block;
}

/** A change of a plan, as far as a state is made of it. */
export interface PlannedChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly after: Values | null;
    readonly after_unknown: unknown;
  };
}

/** Until a value that is made of made-up ones has come to rest. */
const MOST_PLANS = 4;

/**
 * Writes the state that an apply of the stack would leave, as far as a plan can tell: what is planned, and for each value that only AWS knows one that is made up,
 * here and in what refers to it. Then it is planned again, over what that would leave, until nothing more comes of it.
 */
export function standAsPlanned(workspace: Workspace, stack: TerraformJson): void {
  const schemas = workspace.schemas() as Schemas;
  const changes = () => workspace.plan().resource_changes as unknown as readonly PlannedChange[];
  workspace.write({ json: knowing(stack, schemas) });
  workspace.writeState(stateOf(changes(), schemas));
  workspace.write({ json: stack });
  let before = "";
  for (let count = 0; count < MOST_PLANS; count++) {
    const planned = changes();
    const left = planned.filter(({ change }) => change.actions.join() !== "no-op");
    const addresses = left.map(({ address }) => address).join();
    if (addresses === before) return;
    before = addresses;
    workspace.writeState(stateOf(planned, schemas));
  }
}

/** `aws_lb.it.arn`, `aws_elasticache_serverless_cache.it.endpoint[0].address`. */
const REFERENCE = /(?<![\w.-])(aws_\w+)\.(\w+)\.([a-z_]+)(?:\[0\]\.(\w+))?/g;

/** The stack with what is made up in the place of what AWS alone would know. */
function knowing(stack: TerraformJson, schemas: Schemas): TerraformJson {
  const resources = JSON.stringify(stack.resource ?? {});
  const known = resources.replace(
    REFERENCE,
    (found, type: string, name: string, attribute: string, member: string | undefined) => {
      const said = stack.resource?.[type]?.[name];
      if (said === undefined || attribute in said) return found;
      if (!isMadeUp(schemaOf(schemas, type).block, attribute, member)) return found;
      const at = `${type}.${name}.${attribute}`;
      const value = text(member === undefined ? at : `${at}.0.${member}`);
      return JSON.stringify(JSON.stringify(value)).slice(1, -1);
    },
  );
  return { ...stack, resource: JSON.parse(known) as NonNullable<TerraformJson["resource"]> };
}

/** Texts that AWS gives, alone or as a member of the first of some. */
function isMadeUp(block: Block, attribute: string, member: string | undefined): boolean {
  const { computed, type } = block.attributes?.[attribute] ?? {};
  return computed === true && (member !== undefined || type === "string");
}

/** Of the one provider that has the type. */
function schemaOf({ provider_schemas: providers }: Schemas, type: string): SchemaOfType {
  const found = Object.values(providers).find(({ resource_schemas: types }) => type in types);
  const schema = found?.resource_schemas[type];
  if (schema === undefined) throw new Error(`${type}: expected its schema`);
  return schema;
}

function stateOf(changes: readonly PlannedChange[], schemas: Schemas): object {
  const resources = changes
    .filter(({ mode, change }) => mode === "managed" && change.after !== null)
    .map((planned) => {
      const { provider_name: provider, type, name, mode, change } = planned;
      const schema = schemaOf(schemas, type);
      const attributes = filled(change.after, change.after_unknown, schema.block, planned.address);
      return {
        ...{ mode, type, name, provider: `provider["${provider}"]` },
        instances: [{ schema_version: schema.version, attributes }],
      };
    });
  const written = { version: 4, terraform_version: "1.10.0", serial: 1, outputs: {} };
  return { ...written, lineage: "00000000-0000-0000-0000-000000000000", resources };
}

/** What is planned, with a value wherever none is known. */
function filled(after: unknown, unknown: unknown, block: Block, at: string): unknown {
  const known = (after ?? {}) as Values;
  const open = (unknown ?? {}) as Values;
  const attributes = Object.entries(block.attributes ?? {}).map(([name, { type = "string" }]) => {
    const isKnown = open[name] === undefined || open[name] === false;
    const value = isKnown
      ? (known[name] ?? null)
      : attribute(known[name], open[name], type, `${at}.${name}`);
    return [name, type === "dynamic" && value !== null ? { value, type: "string" } : value];
  });
  const blocks = Object.entries(block.block_types ?? {}).map(
    ([name, { block: inner, nesting_mode }]) => {
      if (nesting_mode === "single") return [name, known[name] ?? null];
      const items = (known[name] ?? []) as readonly unknown[];
      const opened = open[name] as readonly unknown[] | true | undefined;
      return [
        name,
        items.map((item, index) =>
          filled(item, opened === true ? {} : opened?.[index], inner, `${at}.${name}.${index}`),
        ),
      ];
    },
  );
  return Object.fromEntries([...attributes, ...blocks]) as object;
}

/** A collection may be known but for some of its members. */
function attribute(known: unknown, open: unknown, type: AttributeType, at: string): unknown {
  if (open === true) return madeUp(type, at);
  if (Array.isArray(open)) {
    const member = (Array.isArray(type) ? type[1] : "string") as AttributeType;
    const members = known as readonly unknown[];
    return open.map((one, index) =>
      one === false ? members[index] : attribute(members[index], one, member, `${at}.${index}`),
    );
  }
  const opened = Object.entries(open as Values).filter(([, one]) => one !== false);
  return {
    ...(known as Values),
    ...Object.fromEntries(
      opened.map(([key, one]) => [key, attribute((known as Values)[key], one, "string", key)]),
    ),
  };
}

function madeUp(type: AttributeType, at: string): unknown {
  if (type === "number") return 0;
  if (type === "bool") return false;
  // Of any type: what `terraform_data` keeps, which is a text here.
  if (type === "string" || type === "dynamic") return text(at);
  const [kind, inner] = type as readonly [string, AttributeType | Values];
  if (kind === "map") return {};
  if (kind === "object")
    return Object.fromEntries(
      Object.entries(inner as Values).map(([key, one]) => [
        key,
        madeUp(one as AttributeType, `${at}.${key}`),
      ]),
    );
  const member = inner as AttributeType;
  return Array.isArray(member) && member[0] === "object" ? [madeUp(member, `${at}.0`)] : [];
}

/** The provider checks what some values look like. */
const FORMS: readonly (readonly [RegExp, (at: string) => string])[] = [
  [/policy|document|definitions|pattern/, () => "{}"],
  [/(^|_)arns?$/, (at) => `arn:aws:test:us-east-1:123456789012:${at}`],
  [/(^|_)(time|date)$/, () => "2026-01-01T00:00:00Z"],
  [/zone_id$/, (at) => `Z${digest(at)}`],
  [/view_type$/, () => ""],
];

function text(at: string): string {
  if (/^aws_cognito_user_pool\.\w+\.id$/.test(at)) return `us-east-1_${digest(at)}`;
  const attribute = at.slice(at.lastIndexOf(".") + 1);
  const [, form] = FORMS.find(([name]) => name.test(attribute)) ?? [];
  return form === undefined ? at : form(at);
}

const digest = (at: string): string =>
  createHash("sha256").update(at).digest("hex").slice(0, 9).toUpperCase();
