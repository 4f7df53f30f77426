/**
 * Reads `v=DKIM1; k=rsa; p=…` into its tags, names in lower case. Undefined when it is no such list: a part without
 * a name, or a name twice.
 * @rfc 6376 §3.2
 */
export const readTags = (text: string): ReadonlyMap<string, string> | undefined => {
  const tags = new Map<string, string>();
  const parts = text.split(';');
  if (parts.at(-1)?.trim() === '') parts.pop();
  for (const part of parts) {
    const [, name, value = ''] = /^\s*([a-z]\w*)\s*=\s*(.*?)\s*$/is.exec(part) ?? [];
    if (name === undefined || tags.has(name.toLowerCase())) return undefined;
    tags.set(name.toLowerCase(), value);
  }
  return tags;
};
