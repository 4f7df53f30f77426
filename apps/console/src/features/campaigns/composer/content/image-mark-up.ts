import type { Schema } from '../../../../api/client.js';

const widest = 600;

/** A picture in the language in which the mail is written. Its words are for the member to give. */
export const imageMarkUp = (
  { url, width, height }: Schema<'ImageView'>,
  isMjml: boolean,
): string => {
  const shown = Math.min(width, widest);
  return isMjml
    ? `<mj-image src="${url}" alt="" width="${shown}px" />`
    : `<img src="${url}" alt="" width="${shown}" height="${Math.round((height * shown) / width)}" style="max-width:100%;height:auto">`;
};
