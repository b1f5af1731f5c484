/** Something the gate was given cannot be judged: the command exits 1. */
export class CannotJudge extends Error {
  /**
   * @param file what was being read
   * @param problem what is wrong with it, and what to do
   */
  constructor(
    readonly file: string,
    readonly problem: string,
  ) {
    super(`${file}: ${problem}`);
    this.name = "CannotJudge";
  }
}
