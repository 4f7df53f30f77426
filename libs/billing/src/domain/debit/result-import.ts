import type { Texts } from '#lib/kernel';

/** A result file that was taken in, by the SHA-256 of its bytes. */
export interface ImportedResult {
  readonly hash: string;
  readonly exportId: string;
}

export type ImportRefusal = 'same-file' | 'export-answered';

/** Why a result file is not taken in again; undefined when it is new. @clause W6.1 */
export const importRefusal = (
  given: ImportedResult,
  imported: readonly ImportedResult[],
): ImportRefusal | undefined => {
  if (imported.some(({ hash }) => hash === given.hash)) return 'same-file';
  return imported.some(({ exportId }) => exportId === given.exportId)
    ? 'export-answered'
    : undefined;
};

export const importRefusalTexts: Readonly<Record<ImportRefusal, Texts>> = {
  'same-file': {
    ja: 'このファイルはすでに取り込まれています。',
    en: 'This file has been imported already.',
  },
  'export-answered': {
    ja: 'この依頼データの結果はすでに取り込まれています。',
    en: 'The result of this request has been imported already.',
  },
};
