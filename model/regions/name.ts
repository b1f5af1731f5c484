/** What the second region holds is a cell's: `c01-us-west-2`. */
export const cellInRegion = (region: string): string => `c01-${region}`;

/** The cell without its region: that whose stores it has copies of. */
export const homeCell = (cell: string): string =>
  cell.replace(/^(c\d{2,4})-[a-z]{2}(-[a-z]+)+-\d$/, "$1");

/** The region that a cell's name holds; undefined of one in the environment's. */
export const regionOfCell = (cell: string): string | undefined =>
  isInSecondRegion(cell) ? cell.slice(homeCell(cell).length + 1) : undefined;

/** Whether a cell is one of a second region. */
export const isInSecondRegion = (cell: string): boolean => homeCell(cell) !== cell;
