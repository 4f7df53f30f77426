/** A piece of plain text; `href` is set where the piece is a web address. */
export interface TextPiece {
  readonly text: string;
  readonly href?: string;
}

/** ASCII only, since Japanese text goes on right behind an address; closing punctuation is not part of it. */
const address = /https?:\/\/[!-~]*[\w/#=&%+~-]/g;

/** Cuts plain text into pieces that together are the text again. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: href, index } of text.matchAll(address)) {
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: href, href });
    end = index + href.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
