import { purposes } from '../domain/purpose.js';
import type { DisclosurePackage } from '../use-cases/gather-package.js';

/** The package for machines, every name in full. */
export const packageJson = ({
  requestId,
  locale,
  kind,
  madeAt,
  sections,
}: DisclosurePackage): string =>
  `${JSON.stringify(
    {
      ...{ requestId, kind, madeAt },
      sections: sections.map(({ title, records, treatments }) => ({
        title: title[locale],
        records,
        treatments: treatments.map(({ role, purposes: codes, retention }) => ({
          role,
          purposes: codes.map((code) => ({ code, text: purposes[code][locale] })),
          retention: { text: retention.text[locale], basis: retention.basis },
        })),
      })),
    },
    null,
    2,
  )}\n`;
