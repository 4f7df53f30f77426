export const recoveryCodes = 10;

/** Sixteen letters and digits in groups, for paper: `abcd-efgh-ijkl-mnop`. */
export const shownRecoveryCode = (letters: string): string =>
  (letters.match(/.{4}/g) ?? []).join('-');

/** As it was made, however it was typed; undefined for what can be none. */
export const typedRecoveryCode = (typed: string): string | undefined => {
  const letters = typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
  return /^[a-z2-7]{16}$/.test(letters) ? letters : undefined;
};
