import { FIRST_CELL } from "../names";
import type { Service } from "../service";
import type { Environment } from "../settle";
import { isFirstCell } from "./name";
import { networkOfCell } from "./networks";
import { servicesIn } from "./services";

/** An environment as one of its cells has it: nothing of another cell is in it. */
export const inOneCell = (environment: Environment, cell: string): Environment => ({
  ...environment,
  cells: [cell],
  services: servicesIn(environment, cell),
  network: networkOfCell(environment, cell),
});

/** The services of all cells, a service once for each. */
export const servicesEverywhere = (environment: Environment): Service[] =>
  environment.cells.flatMap((cell) => servicesIn(environment, cell));

/** What files of one cell are called: those of the first as in an environment of one cell, `orders`; those of the second `orders_c02`. */
export const nameIn = (cell: string, name: string): string =>
  isFirstCell(cell) ? name : `${name}_${cell}`;

/** The cell of a view of one, {@link inOneCell}. */
export const cellOfView = ({ cells }: Pick<Environment, "cells">): string => cells[0] ?? FIRST_CELL;
