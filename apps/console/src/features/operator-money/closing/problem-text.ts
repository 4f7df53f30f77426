import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.js';

/** A problem of a run in words: its code, then the month and the peak where it has them. */
export const useProblemText = (): ((problem: string) => string) => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  return (problem) => {
    const [code = '', month, peak] = problem.split(' ');
    return [
      t(`problem.${code}`, { defaultValue: code }),
      month && format.month(month),
      peak && format.people(Number(peak)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
};
