import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import type { FormField } from '../../ui/form-input.js';

type DataClass = Schema<'ProcessorView'>['classes'][number];

const classes = ['A', 'A2', 'E', 'B', 'C', 'S'] as const satisfies readonly DataClass[];

/** One box to tick for every class of data, ticked for those that are given. */
export const useClassFields = (): ((
  ticked?: readonly DataClass[],
) => readonly FormField<DataClass>[]) => {
  const { t } = useTranslation('operator-privacy');
  return (ticked = []) =>
    classes.map((name, i) => ({
      name,
      label: t(`classOf.${name}`),
      kind: 'yes',
      initial: ticked.includes(name) ? 'yes' : '',
      ...(i === 0 && { heading: t('classes') }),
    }));
};

export const tickedClasses = (answers: Readonly<Record<DataClass, string>>): DataClass[] =>
  classes.filter((name) => answers[name] === 'yes');
