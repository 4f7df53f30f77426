/**
 * Whether a relay said no for good to this very recipient or mail: trying again would change nothing. What it
 * refuses earlier (connection, sign-in, sender) is a fault of our settings, and the mail can still go later.
 * @rfc 5321 §4.2.1
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  'command' in error &&
  Number(error.responseCode) >= 500 &&
  Number(error.responseCode) !== 530 &&
  (error.command === 'RCPT TO' || error.command === 'DATA');
