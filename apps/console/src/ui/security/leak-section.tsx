import { Button, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay, useSession, useSignOut } from '../../api/session.js';
import { useConfirm } from '../confirm.js';
import { ProblemAlert } from '../problem-text.js';
import { Section } from '../section.js';
import { useFormat } from '../use-format.js';

const kinds = ['password', 'device', 'api-key', 'other'] as const;

/** Tells that something secret got out: all sending stops at once. @clause W8.3 */
export const LeakSection = (): ReactNode => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const may = useMay();
  const ask = useConfirm();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { frozen } = useSession();
  const [what, setWhat] = useState<(typeof kinds)[number]>('password');
  const reporting = useMutation({
    mutationFn: () => read(api.POST('/api/v1/leak-reports', { body: { what } })),
    // The report ended this session too; there the page says how to go on.
    onSuccess: async () => {
      await navigate('/sign-in?after=leak');
      await signOut();
    },
  });
  const lifting = useMutation({
    mutationFn: () => read(api.POST('/api/v1/leak-reports/lift')),
    onSuccess: () => queries.invalidateQueries(),
  });
  const sure = (key: 'report' | 'lift'): Promise<boolean> =>
    ask({
      title: t(`leak.${key}`),
      text: t(`leak.${key}Text`),
      verb: t(`leak.${key}`),
      dangerous: key === 'report',
    });
  return (
    <Section title={t('leak.title')} text={t('leak.text')}>
      <ProblemAlert error={reporting.error ?? lifting.error} />
      {frozen ? (
        <>
          <Text>{t('leak.frozen', { since: format.instant(frozen.since) })}</Text>
          {may('members.write') && (
            <Button
              style={{ alignSelf: 'start' }}
              loading={lifting.isPending}
              onClick={() => void sure('lift').then((yes) => yes && lifting.mutate())}
            >
              {t('leak.lift')}
            </Button>
          )}
        </>
      ) : (
        <>
          <Radio.Group
            label={t('leak.what')}
            value={what}
            onChange={(chosen) => {
              setWhat(kinds.find((kind) => kind === chosen) ?? 'other');
            }}
          >
            <Stack gap="xs" mt="xs">
              {kinds.map((kind) => (
                <Radio key={kind} value={kind} label={t(`leak.kind.${kind}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Button
            color="red"
            style={{ alignSelf: 'start' }}
            loading={reporting.isPending}
            onClick={() => void sure('report').then((yes) => yes && reporting.mutate())}
          >
            {t('leak.report')}
          </Button>
        </>
      )}
    </Section>
  );
};
