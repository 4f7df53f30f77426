import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../ui/form-input.js';

interface Names {
  readonly ja: string;
  readonly en: string;
}

/** The name in both languages; a code only for what is new, since it never changes. */
export const useNameFields = (before?: Names): FormField[] => {
  const { t } = useTranslation('operator-setup');
  return [
    ...(before ? [] : [{ name: 'code', label: t('code'), text: t('codeText') }]),
    { name: 'ja', label: t('nameJa'), initial: before?.ja ?? '' },
    { name: 'en', label: t('nameEn'), initial: before?.en ?? '' },
  ];
};

export const namesOf = (answers: Readonly<Record<string, string>>): Names => ({
  ja: answers['ja'] ?? '',
  en: answers['en'] ?? '',
});
