import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import type { Browser } from 'playwright-core';

/** A page of all pictures, one page of the platform a row, its languages and widths side by side. */
export const contactSheet = (
  folder: string,
  files: readonly string[],
  languages: readonly string[],
  widths: readonly number[],
): string => {
  const columns = languages.flatMap((language) => widths.map((width) => `${language}-${width}`));
  const [first = ''] = columns;
  const rows = files
    .filter((file) => file.includes(`/${first}/`))
    .map((file) => {
      const path = relative(folder, file);
      const cells = columns.map((column) => path.replace(`/${first}/`, `/${column}/`));
      const pictures = cells.map(
        (src) => `<td><a href="${src}"><img src="${src}" alt="" loading="lazy"></a></td>`,
      );
      return `<tr><th>${path.replace(`/${first}/`, ' ').replace('.png', '')}</th>${pictures.join('')}</tr>`;
    });
  const heads = columns.map((column) => `<th>${column}</th>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Hikyaku</title>
<style>body{font:14px sans-serif;background:#ddd}table{width:100%}td{vertical-align:top}th{text-align:start}
a{display:block;max-height:420px;overflow:hidden}img{width:100%}td:nth-child(even){width:34%}td{width:11%}</style>
<table><tr><th></th>${heads}</tr>${rows.join('\n')}</table>`;
};

const sourcesOf = (files: readonly string[]): Promise<string[]> =>
  Promise.all(
    files.map(async (file) => `data:image/png;base64,${(await readFile(file)).toString('base64')}`),
  );

/** The top of a wide picture, with that of a narrow one beside it where there is one. */
export const topsOf = async (
  browser: Browser,
  [wide = '', narrow]: readonly string[],
  to: string,
): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const [left = '', right] = await sourcesOf(narrow === undefined ? [wide] : [wide, narrow]);
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:8px;height:860px;overflow:hidden}
     img{flex:1;min-width:0;height:860px;object-fit:cover;object-position:center top}
     img+img{flex:none;width:420px}</style>
     ${[left, ...(right ? [right] : [])].map((src) => `<img src="${src}" alt="">`).join('')}`,
  );
  await page.screenshot({ path: to });
  await page.close();
};

/** The tops of all pictures on one small sheet, as a JPEG. */
export const smallSheet = async (
  browser: Browser,
  files: readonly string[],
  to: string,
  width: number,
): Promise<void> => {
  const sources = await sourcesOf(files);
  const columns = width < 600 ? 16 : 9;
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.setContent(
    `<style>body{margin:6px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:6px;background:#888}
     img{width:100%;aspect-ratio:${width}/900;object-fit:cover;object-position:top;display:block}</style>
     ${sources.map((src, i) => `<img src="${src}" alt="${basename(files[i] ?? '')}">`).join('')}`,
  );
  await page.screenshot({ path: to, fullPage: true, type: 'jpeg', quality: 60 });
  await page.close();
};
