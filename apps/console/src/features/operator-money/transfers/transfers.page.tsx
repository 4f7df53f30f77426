import { Badge, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { DataTable } from '../../../ui/data-table.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { base64Of } from '../../../ui/files.js';
import { Page } from '../../../ui/page.js';
import { PagedView, usePages } from '../../../ui/paged.js';
import { ProblemAlert } from '../../../ui/problem-text.js';
import { sayDone } from '../../../ui/say.js';
import { Section } from '../../../ui/section.js';
import { StateFilter, useStateInAddress } from '../../../ui/state-filter.js';
import { TenantLink } from '../../../ui/tenant-link.js';
import { useFormat } from '../../../ui/use-format.js';
import { TransferVerbs } from './transfer-verbs.js';

const states = ['unmatched', 'matched', 'reversed', 'set-aside'] as const;

/** Money that came by transfer, and whose it is. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const may = useMay();
  const state = useStateInAddress(states);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const query = usePages(['operator', 'transfers', state, search], (from) =>
    read(
      api.GET('/api/v1/operator/transfers', {
        params: { query: { ...from, state, ...(search && { search }) } },
      }),
    ),
  );
  return (
    <Page title={t('transfers')} lead={t('transfersLead')}>
      {may('billing.write') && <ImportSection />}
      <Section title={t('reconciliation')}>
        <TextInput
          type="search"
          label={t('findTransfer')}
          description={t('findTransferText')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          maw={420}
        />
        <StateFilter label={t('state')} states={states} nameOf={(name) => t(`transfer.${name}`)} />
        <PagedView query={query}>
          {(transfers) => (
            <DataTable
              label={t('transfers')}
              empty={t('noTransfers')}
              rows={transfers}
              keyOf={({ id }) => id}
              minWidth={720}
              columns={[
                { head: t('bookedOn'), cell: ({ bookedOn }) => format.day(bookedOn) },
                {
                  head: t('payer'),
                  cell: ({ payerName, bankName, payerCode, inquiryNumber, reference, note }) => (
                    <>
                      <Text>{payerName}</Text>
                      <Text size="sm" c="dimmed">
                        {[payerCode, bankName, inquiryNumber, reference]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                      {note !== null && (
                        <Text size="sm" className="any-break">
                          {note}
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  head: t('total'),
                  figure: true,
                  cell: ({ amountYen }) => format.yen(amountYen),
                },
                {
                  head: t('tenant'),
                  cell: ({ tenantId, candidates, matchedBy, reversal, repeatsId }) => (
                    <Stack gap={2} align="flex-start">
                      {reversal && <Badge color="red">{t('reversal')}</Badge>}
                      {repeatsId !== null && <Badge color="orange">{t('repeated')}</Badge>}
                      {tenantId && <TenantLink id={tenantId} />}
                      {matchedBy && <Badge color="gray">{t(`matchedBy.${matchedBy}`)}</Badge>}
                      {!tenantId && candidates.map((id) => <TenantLink key={id} id={id} />)}
                    </Stack>
                  ),
                },
                {
                  head: t('doIt'),
                  cell: (transfer) => may('billing.write') && <TransferVerbs transfer={transfer} />,
                },
              ]}
            />
          )}
        </PagedView>
      </Section>
    </Page>
  );
};

const ImportSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState('');
  const profiles = useQuery({
    queryKey: ['operator', 'bank-profiles'],
    queryFn: () => read(api.GET('/api/v1/operator/bank-profiles')),
  });
  const items = profiles.data?.items ?? [];
  const bankProfileId = chosen || (items[0]?.id ?? '');
  const taking = useMutation({
    mutationFn: async (file: File) =>
      read(
        api.POST('/api/v1/operator/transfer-imports', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: {
            bankProfileId,
            fileName: file.name,
            format: file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'zengin',
            content: await base64Of(file),
          },
        }),
      ),
    onSuccess: async ({ count, matched, repeated }) => {
      sayDone(t('import.done', { all: count, matched }));
      if (repeated > 0) sayDone(t('import.repeated', { count: repeated }));
      await queries.invalidateQueries();
    },
  });
  if (items.length === 0) return null;
  return (
    <Section title={t('import.title')} text={t('import.text')}>
      <ProblemAlert error={taking.error} />
      <NativeSelect
        label={t('bankProfile')}
        value={bankProfileId}
        data={items.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
        }}
        maw={420}
      />
      <FileDrop
        label={t('import.drop')}
        busy={taking.isPending}
        onFile={(file) => {
          taking.mutate(file);
        }}
      />
    </Section>
  );
};
