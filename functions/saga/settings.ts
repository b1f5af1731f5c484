/** @throws {Error} where the variable is missing */
export function setting(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== "") return value;
  throw new Error(
    `environment of the function: missing: ${name}; set it where the function is declared`,
  );
}
