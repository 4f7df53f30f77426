/** A tenant's name in URLs (`/t/{slug}/…`): lower-case letters, digits and inner hyphens, 2 to 40 characters. */
export const isSlug = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/.test(text);
