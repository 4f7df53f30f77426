/**
 * What a mail's HTML may do: show itself, its inline pictures and those of this platform (so that the demo counts
 * an opening), and open links in a window of their own. No script, no form, nothing from elsewhere.
 */
export const framePolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** Lets links leave the frame; kept behind the doctype, which decides how the page is drawn. */
export function framed(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : html.replace(/^(\s*<!doctype[^>]*>)?/i, (doctype) => `${doctype}${base}`);
}
