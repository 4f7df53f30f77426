/** Templates of the pages on the contact sheet. */
export const picturedPages = [
  ...(['home', 'sign-up', 'check-mail', 'snippet', 'confirm', 'confirmed'] as const),
  ...(['preferences', 'unsubscribe', 'unsubscribed', 'undo', 'undone'] as const),
  ...(['contact', 'report', 'privacy-request', 'privacy-confirm'] as const),
  ...(['external-transmission', 'terms-list', 'terms', 'problem'] as const),
  ...(['invitation', 'password-reset', 'list', 'message'] as const),
] as const;

/** Templates that are frames or parts of other pages. */
export const partsOfPages = ['layout', 'frame', 'own-fields', 'sign-up-fields'];

/** Short answers after a form, and what needs a second version or a closed form: like others in all but a sentence. */
export const likeOthers = [
  ...['joined', 'password-set', 'reported', 'privacy-requested', 'privacy-answer'],
  ...['sign-up-closed', 'terms-changes'],
];

/** Where a page is; `pressed`: its button is pressed first, and the picture shows the answer. */
interface PublicPage {
  readonly path: string;
  readonly pressed?: boolean;
}

export type PublicPages = Readonly<Record<(typeof picturedPages)[number], PublicPage>>;
