import { awsNetworkNames, stackId } from "../names";
import type { Environment } from "../settle";
import { isInSecondRegion } from "../regions/name";
import { isFirstCell } from "./name";

/** The stacks that are one cell's alone, in the order in which they are applied: its network, which the first cell's is not and a second region has none of, and the cell. */
export const stacksOfCell = (
  { name, network }: Pick<Environment, "name" | "network">,
  cell: string,
): string[] => [
  ...(isFirstCell(cell) || isInSecondRegion(cell) || network === undefined
    ? []
    : [awsNetworkNames(name, cell).network]),
  stackId(name, cell),
];

/** The cell that a stack is of; undefined for one that all cells share. */
export const cellOfStack = (
  environment: Pick<Environment, "name" | "network" | "cells">,
  stack: string,
): string | undefined =>
  environment.cells.find((cell) => stacksOfCell(environment, cell).includes(stack));
