/** A root field's id in its stack: `Query.itemsOfOrder` → `query-items-of-order`. */
export const rootFieldId = (type: string, field: string): string =>
  `${type}-${field}`
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");

/** Roles of a GraphQL API: with which it calls its function, and writes its log. @param api - its name */
export const graphqlRoles = (api: string) => ({ call: `${api}-call`, log: `${api}-log` });
