import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useConfirm } from '../../ui/confirm.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { useWish } from './contract.js';
import type { Contract } from './contract.js';

/** Notices of termination: those given, taking one back, and the way to give one. */
export const EndSection = ({
  contract: { endNotices, endDate, can },
}: {
  contract: Contract;
}): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const may = useMay();
  const ask = useConfirm();
  const withdrawing = useWish(
    (endNoticeId: string) =>
      read(
        api.POST('/api/v1/contract/end-notices/{endNoticeId}/withdrawal', {
          params: { path: { endNoticeId } },
        }),
      ),
    () => {
      sayDone(t('end.withdrawalAsked'));
    },
  );
  const withdraw = async (id: string): Promise<void> => {
    const question = {
      title: t('end.withdraw'),
      text: t('end.withdrawText'),
      verb: t('end.withdraw'),
    };
    if (await ask(question)) withdrawing.mutate(id);
  };
  return (
    <Section title={t('end.section')} text={endDate === null ? t('end.sectionText') : undefined}>
      <ProblemAlert error={withdrawing.error} />
      <Stack gap="md">
        {endNotices.map((notice) => (
          <Group key={notice.id} justify="space-between" gap="sm">
            <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
              <Text fw={500}>
                {t(`end.from.${notice.from}`)}
                {notice.withdrawnAt !== null && ` (${t('end.withdrawn')})`}
              </Text>
              <Text size="sm" c="dimmed">
                {notice.arrivedAt === null
                  ? t('end.notArrived')
                  : t('arrived', { at: format.arrival(notice.arrivedAt, notice.channel) })}
                {notice.reason !== null && ` · ${notice.reason}`}
              </Text>
              {notice.withdrawalAskedAt !== null && notice.withdrawnAt === null && (
                <Text size="sm">
                  {t('end.withdrawalAskedAt', { at: format.instant(notice.withdrawalAskedAt) })}
                </Text>
              )}
            </div>
            {notice.withdrawnAt === null &&
              notice.withdrawalAskedAt === null &&
              may('contract.write') && (
                <Button
                  variant="default"
                  loading={withdrawing.isPending}
                  onClick={() => void withdraw(notice.id)}
                >
                  {t('end.withdraw')}
                </Button>
              )}
          </Group>
        ))}
        {can.giveNotice && may('contract.write') && (
          <Button
            component={Link}
            to="/contract/end"
            variant="subtle"
            color="red"
            style={{ alignSelf: 'start' }}
          >
            {t('end.begin')}
          </Button>
        )}
        {endNotices.length === 0 && !(can.giveNotice && may('contract.write')) && (
          <Text c="dimmed">{t('end.noNotice')}</Text>
        )}
      </Stack>
    </Section>
  );
};
