import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../../ui/confirm.js';
import { useTextOfError } from '../../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../../ui/say.js';

const looks = {
  plain: { variant: 'default' },
  main: {},
  dangerous: { variant: 'outline', color: 'red' },
} satisfies Record<string, ButtonProps>;

interface VerbButtonProps {
  /** Its texts stand under `<name>.verb`, and `<name>.title` where people are asked first. */
  readonly name: 'unschedule' | 'cancel' | 'pause' | 'resume' | 'abort' | 'duplicate';
  readonly icon: ReactNode;
  readonly look?: keyof typeof looks;
  /** What exactly will happen, asked about first; without it nobody is asked. */
  readonly consequence?: string;
  /** Gives the receipt. */
  readonly work: () => Promise<string>;
}

/** Does a verb, says what came of it, and reads the campaigns anew, also when another was quicker. */
export const VerbButton = ({
  name,
  icon,
  look = 'plain',
  consequence,
  work,
}: VerbButtonProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const queries = useQueryClient();
  const textOf = useTextOfError();
  const ask = useConfirm();
  const verb = useMutation({
    mutationFn: work,
    onSuccess: (receipt) => {
      sayDone(receipt);
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  const isWanted = (): boolean | Promise<boolean> =>
    consequence === undefined ||
    ask({
      title: t(`${name}.title`),
      text: consequence,
      verb: t(`${name}.verb`),
      dangerous: look === 'dangerous',
    });
  const go = async (): Promise<void> => {
    if (await isWanted()) verb.mutate();
  };
  return (
    <Button {...looks[look]} leftSection={icon} loading={verb.isPending} onClick={() => void go()}>
      {t(`${name}.verb`)}
    </Button>
  );
};
