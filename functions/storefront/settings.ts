import * as z from "zod";

const name = z.string().min(1);

const settings = z.object({
  /** The declared service. */
  SERVICE: name,
  /** The declared environment. */
  ENVIRONMENT: name,
  /** The declared store `catalogue`. */
  CATALOGUE_TABLE: name,
});

export type Settings = z.infer<typeof settings>;

/** @throws {Error} naming every variable that is missing */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = settings.safeParse(env);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => String(path[0]));
  throw new Error(
    `environment of the function: missing: ${names.join(", ")}; set them where the function is declared`,
  );
}
