/** How the content of a draft is written. */
export const draftFormats = ['text', 'blocks', 'mjml', 'html'] as const;
export type DraftFormat = (typeof draftFormats)[number];

/** What it is about, as far as the law asks. @clause W12A-7 */
export const draftCategories = ['general', 'election'] as const;
export type DraftCategory = (typeof draftCategories)[number];
