import { Anchor, Badge, NativeSelect, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { useFormat } from '../../ui/use-format.js';

const kinds = ['invoice', 'credit-note'] as const;
const nothing = {
  ...{ kind: '', counterparty: '', number: '' },
  ...{ from: '', to: '', least: '', most: '' },
};

/** All invoices and credit notes, found by date, amount and counterparty as the law on electronic books asks. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const [typed, setTyped] = useState(nothing);
  const [asked] = useDebouncedValue(typed, 300);
  const query = usePages(['operator', 'documents', asked], (from) => {
    const kind = kinds.find((known) => known === asked.kind);
    return read(
      api.GET('/api/v1/operator/documents', {
        params: {
          query: {
            ...from,
            ...(kind && { kind }),
            ...(asked.counterparty && { counterparty: asked.counterparty }),
            ...(asked.number && { number: asked.number.trim() }),
            ...(asked.from && { from: asked.from }),
            ...(asked.to && { to: asked.to }),
            ...(asked.least && { least: Number(asked.least) }),
            ...(asked.most && { most: Number(asked.most) }),
          },
        },
      }),
    );
  });
  const input = (name: keyof typeof nothing) => ({
    label: t(`find.${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Page title={t('documents')} lead={t('documentsLead')}>
      <Paper>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            <TextInput type="search" {...input('counterparty')} />
            <TextInput type="search" {...input('number')} />
            <TextInput type="date" {...input('from')} />
            <TextInput type="date" {...input('to')} />
            <TextInput type="number" min={0} {...input('least')} />
            <TextInput type="number" min={0} {...input('most')} />
            <NativeSelect
              {...input('kind')}
              data={[
                { value: '', label: t('find.all') },
                ...kinds.map((value) => ({ value, label: t(`document.${value}`) })),
              ]}
            />
          </SimpleGrid>
          <PagedView query={query}>
            {(documents) => (
              <DataTable
                label={t('documents')}
                empty={t('noDocuments')}
                rows={documents}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: t('number'),
                    cell: ({ id, tenantId, number }) => (
                      <Anchor
                        href={`/api/v1/operator/documents/${tenantId}/${id}/pdf`}
                        target="_blank"
                      >
                        {number} (PDF)
                      </Anchor>
                    ),
                  },
                  { head: t('kind'), cell: ({ kind }) => t(`document.${kind}`) },
                  { head: t('issuedOn'), cell: ({ issuedOn }) => format.day(issuedOn) },
                  { head: t('counterparty'), cell: ({ counterparty }) => counterparty },
                  {
                    head: t('total'),
                    figure: true,
                    cell: ({ amountYen }) => format.yen(amountYen),
                  },
                  {
                    head: 'SHA-256',
                    cell: ({ sha256, intact }) => (
                      <Badge color={intact ? 'green' : 'red'} title={sha256}>
                        {t(intact ? 'document.intact' : 'document.damaged')}
                      </Badge>
                    ),
                  },
                ]}
              />
            )}
          </PagedView>
        </Stack>
      </Paper>
    </Page>
  );
};
