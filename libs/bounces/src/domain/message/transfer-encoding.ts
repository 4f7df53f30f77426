const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Undoes a Content-Transfer-Encoding, character for byte; what is broken is skipped. @rfc 2045 §6 */
export const decodeTransfer = (body: string, encoding: string): string => {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
};

const decodeBase64 = (body: string): string => {
  const out: string[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of body) {
    if (letter === '=') break;
    const digit = alphabet.indexOf(letter);
    if (digit < 0) continue;
    value = ((value << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out.push(String.fromCharCode((value >>> bits) & 255));
  }
  return out.join('');
};

const decodeQuotedPrintable = (body: string): string =>
  body
    .replace(/[ \t]+$/gm, '')
    .replace(/=\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
