/** What the model knows of the contracts in the repository, which whoever reads files tells it, by each file's path from the root. */
export type Contracts = Readonly<Record<string, Contract>>;

export type Contract = GraphqlContract | ProtoContract | BrokenContract;

/** A file that could be read and is not what its name says, or that the cloud does not take. */
export interface BrokenContract {
  readonly kind: "broken";
  /** As it stands after "expected": what is wanted, and what was found. */
  readonly problem: string;
}

/** A schema of GraphQL. */
export interface GraphqlContract {
  readonly kind: "graphql";
  /** As it stands in the file. */
  readonly text: string;
  /** The fields of the root types for queries and mutations, in the file's order. */
  readonly fields: readonly RootField[];
}

/** What callers may ask for first: a field of the root type for queries or of that for mutations. */
export interface RootField {
  /** The root type's name: `Query`, unless the schema calls it otherwise. */
  readonly type: string;
  readonly field: string;
}

/** A file of Protocol Buffers. */
export interface ProtoContract {
  readonly kind: "proto";
  /** Full names of the services that it defines, such as `shop.v1.Baskets`, in the file's order. */
  readonly services: readonly string[];
}

/** The root fields of a settled service's schema, as {@link GraphqlContract} has them. */
export interface Schema extends Pick<GraphqlContract, "text" | "fields"> {
  /** From the repository's root. */
  readonly file: string;
}
