export const shortestPassword = 10;
export const longestPassword = 200;

/** Stands where the hash of a password would be, and fits none. */
export const voidPassword = 'void';

type PasswordProblem = 'too-short' | 'too-plain';

/** The form that is hashed: one password typed on two keyboards stays one password. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC');

/** What speaks against a new password: length counts, and it must not be a guess from what is known of its owner. */
export const passwordProblem = (typed: string, email: string): PasswordProblem | undefined => {
  const password = normalPassword(typed).toLowerCase();
  if (password.length < shortestPassword) return 'too-short';
  const local = email.toLowerCase().split('@', 1)[0] ?? '';
  const rest = password.replaceAll(email.toLowerCase(), '').replaceAll(local, '');
  return rest.length < 4 || new Set(password).size < 4 ? 'too-plain' : undefined;
};
