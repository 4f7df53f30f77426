import { Anchor, Button, NativeSelect, Paper, Stack, Text, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, idempotencyKey, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useConfirm } from '../../../ui/confirm.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-text.js';
import { QueryView } from '../../../ui/query-view.js';
import { sayDone } from '../../../ui/say.js';
import { NoPermission } from '../../../ui/states.js';
import { useFormat } from '../../../ui/use-format.js';
import { useWish } from '../contract.js';
import { monthsFrom } from '../months.js';
import { EndConsequence } from './end-consequence.js';

const usePreview = (lastMonthOfUse: string) =>
  useQuery({
    queryKey: ['contract', 'notice-preview', lastMonthOfUse],
    queryFn: () =>
      read(
        api.GET('/api/v1/contract/notice-preview', {
          params: { query: lastMonthOfUse === '' ? {} : { lastMonthOfUse } },
        }),
      ),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const Component = (): ReactNode => {
  const { t } = useTranslation('contract');
  const may = useMay();
  return (
    <Page
      title={t('end.title')}
      lead={t('end.lead')}
      width={760}
      above={
        <Anchor component={Link} to="/contract" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      {may('contract.write') ? <NoticeForm /> : <NoPermission />}
    </Page>
  );
};

/** When to stop, what that means, and the notice itself. @clause W5.3 @clause W15.1 */
const NoticeForm = (): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const ask = useConfirm();
  const navigate = useNavigate();
  const [month, setMonth] = useState('');
  const [reason, setReason] = useState('');
  const earliest = usePreview('');
  const preview = usePreview(month);
  const giving = useWish(
    () =>
      read(
        api.POST('/api/v1/contract/end-notices', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: { lastMonthOfUse: month || null, reason: reason.trim() || null },
        }),
      ),
    async ({ endDate }) => {
      sayDone(t('end.done', { day: endDate === null ? '–' : format.day(endDate) }));
      await navigate('/contract');
    },
  );
  /** Asks again where the day has moved meanwhile: nobody gives notice for another end than the one agreed to. */
  const give = async (endDate: string, hasMoved = false): Promise<void> => {
    const sure = t('end.sure', { day: format.day(endDate) });
    const question = {
      title: t('end.title'),
      text: hasMoved ? t('end.moved', { sure }) : sure,
      verb: t('end.verb'),
      dangerous: true,
    };
    if (!(await ask(question))) return;
    const { data } = await preview.refetch();
    if (data && data.endDate !== endDate) await give(data.endDate, true);
    else giving.mutate(undefined);
  };
  return (
    <QueryView query={earliest}>
      {(first) => (
        <Stack>
          <Paper>
            <Stack>
              <NativeSelect
                label={t('end.month')}
                description={t('end.monthHint')}
                maw={320}
                value={month}
                onChange={({ currentTarget }) => {
                  setMonth(currentTarget.value);
                }}
                data={monthsFrom(first.endDate.slice(0, 7), 13).map((value, i) => ({
                  value: i === 0 ? '' : value,
                  label:
                    i === 0
                      ? t('end.earliest', { month: format.month(value) })
                      : format.month(value),
                }))}
              />
              <Textarea
                label={t('end.reason')}
                autosize
                minRows={2}
                maxLength={500}
                value={reason}
                onChange={({ currentTarget }) => {
                  setReason(currentTarget.value);
                }}
              />
            </Stack>
          </Paper>
          <QueryView query={preview}>
            {(shown) => (
              <>
                <EndConsequence preview={shown} />
                <ByMail />
                <ProblemAlert error={giving.error} />
                <Button
                  color="red"
                  style={{ alignSelf: 'start' }}
                  loading={giving.isPending}
                  disabled={preview.isPlaceholderData}
                  onClick={() => void give(shown.endDate)}
                >
                  {t('end.verb')}
                </Button>
              </>
            )}
          </QueryView>
        </Stack>
      )}
    </QueryView>
  );
};

/** The other way: a letter to the tenant's own address for notices. @clause W15.1 */
const ByMail = (): ReactNode => {
  const { t } = useTranslation('contract');
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => read(api.GET('/api/v1/contact')) });
  return (
    <QueryView query={desk}>
      {({ noticeAddress }) => (
        <Text size="sm" c="dimmed">
          {t('end.byMail')}{' '}
          <Anchor href={`mailto:${noticeAddress}`} underline="always">
            {noticeAddress}
          </Anchor>
        </Text>
      )}
    </QueryView>
  );
};
