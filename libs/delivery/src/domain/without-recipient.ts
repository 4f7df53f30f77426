/**
 * An answer without what names whom it is about: relays write the part before the @ alone, too, and the servers of a
 * domain bear its name. Who reads the answer must not learn whom it was about. @clause W17.4
 * @param text a reply, whole addresses taken out already
 */
export const withoutRecipient = (
  text: string,
  { local, domain }: { readonly local: string; readonly domain: string },
): string => {
  const plain = local.split('+', 1)[0] ?? local;
  // Nearly every answer is that a mail was accepted, and names nobody: it costs no pattern.
  const letters = text.toLowerCase();
  if (![plain, domain].some((name) => letters.includes(name.toLowerCase()))) return text;
  const names = [local, plain].filter((name) => name !== '').map(escaped);
  const person = new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`, 'gi');
  const place = new RegExp(`(?:[a-z0-9-]+\\.)*${escaped(domain)}(?![a-z0-9-])`, 'gi');
  return text.replace(place, '…').replace(person, '…');
};

const escaped = (text: string): string => text.replaceAll(/[^\w]/g, '\\$&');
