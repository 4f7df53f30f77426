import { Button, Paper, SegmentedControl, ScrollArea } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaigns } from '../../../api/campaigns.js';
import type { CampaignStatus } from '../../../api/campaigns.js';
import { useMay } from '../../../api/session.js';
import { Page } from '../../../ui/page.js';
import { ErrorState, EmptyState, LoadingLines } from '../../../ui/states.js';
import { CampaignLines } from './campaign-lines.js';
import { useBeginDraft } from './use-begin-draft.js';

const filters = [
  'draft',
  'scheduled',
  'sending',
  'paused',
  'sent',
  'aborted',
  'cancelled',
] as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('campaigns');
  const may = useMay();
  const [status, setStatus] = useState<CampaignStatus>();
  const begin = useBeginDraft();
  const button = may('campaigns.write') && (
    <Button
      leftSection={<IconPlus size={18} />}
      loading={begin.isPending}
      onClick={() => {
        begin.mutate();
      }}
    >
      {t('list.new')}
    </Button>
  );
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={button}>
      <ScrollArea type="auto" offsetScrollbars="x">
        <SegmentedControl
          aria-label={t('list.filter')}
          value={status ?? 'all'}
          onChange={(chosen) => {
            setStatus(filters.find((known) => known === chosen));
          }}
          data={['all', ...filters].map((value) => ({
            value,
            label: value === 'all' ? t('list.all') : t(`campaignStatus.${value}`),
          }))}
        />
      </ScrollArea>
      <Paper p={0} style={{ overflow: 'hidden' }}>
        <Lines status={status} action={button} />
      </Paper>
    </Page>
  );
};

const Lines = ({
  status,
  action,
}: {
  status: CampaignStatus | undefined;
  action: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const query = useCampaigns(status);
  if (query.isPending)
    return (
      <Paper withBorder={false}>
        <LoadingLines />
      </Paper>
    );
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const lines = query.data.pages.flatMap(({ items }) => items);
  if (lines.length === 0)
    return status ? (
      <EmptyState title={t('list.noneOfStatus')} icon={<IconSend size={28} />} />
    ) : (
      <EmptyState
        title={t('list.empty')}
        text={t('list.emptyText')}
        action={action}
        icon={<IconSend size={28} />}
      />
    );
  return (
    <>
      <CampaignLines lines={lines} />
      {query.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          radius={0}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
};
