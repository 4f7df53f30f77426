import { useTranslation } from 'react-i18next';

/** What a figure that a detector saw, or holds others against, is called; its own name where nobody gave it another. */
export const useNameOfFigure = (kind: 'figureOf' | 'thresholdOf'): ((name: string) => string) => {
  const { t, i18n } = useTranslation('operator-desk');
  return (name) => {
    const key = [`${kind}.${name}`, `thresholdOf.${name}`].find((known) =>
      i18n.exists(known, { ns: 'operator-desk' }),
    );
    return key === undefined ? name : t(key);
  };
};
