/**
 * Whether a relay said no for good to this mail: trying again would change nothing.
 * @rfc 5321 §4.2.1
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  error.responseCode !== 530 && // "authentication required": our settings are at fault, not the mail
  error.responseCode !== 535;
