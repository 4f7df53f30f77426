export type UrlProblem = 'not-a-url' | 'not-https' | 'has-credentials';

/** The URL as it will be called, or why it may not be. Where it leads is checked at each call. */
export const endpointUrl = (
  text: string,
  allowHttp: boolean,
): { readonly url: string } | { readonly problem: UrlProblem } => {
  if (!URL.canParse(text)) return { problem: 'not-a-url' };
  const url = new URL(text);
  const isSecure = url.protocol === 'https:' || (allowHttp && url.protocol === 'http:');
  if (!isSecure) return { problem: 'not-https' };
  if (url.username !== '' || url.password !== '') return { problem: 'has-credentials' };
  url.hash = '';
  return { url: url.href };
};
