export function platform(): string;
