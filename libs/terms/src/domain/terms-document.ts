/** Rules that bind by contract, or a policy that is announced. */
export const documentKinds = ['terms', 'policy'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface TermsDocument {
  readonly id: string;
  /** Its name in URLs: `service-terms`. */
  readonly slug: string;
  readonly kind: DocumentKind;
  readonly title: { readonly ja: string; readonly en: string };
  /** What it calls itself in its supplementary provisions: 規約, 約款, 方針. */
  readonly noun: string;
}
