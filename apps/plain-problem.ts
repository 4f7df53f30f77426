/** Something the person at the keyboard can mend: one sentence in each language, no stack. */
export class PlainProblem extends Error {
  constructor(ja: string, en: string) {
    super(`${ja}\n${en}`);
  }
}
