import { useTranslation } from 'react-i18next';

/** What a figure of a detector is called; its own name where nobody gave it another. */
export const useNameOfFigure = (): ((name: string) => string) => {
  const { t, i18n } = useTranslation('operator-desk');
  return (name) =>
    i18n.exists(`thresholdOf.${name}`, { ns: 'operator-desk' }) ? t(`thresholdOf.${name}`) : name;
};
