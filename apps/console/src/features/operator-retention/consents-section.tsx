import { Alert, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const terms = ['month', 'year', 'three-years'] as const;

const findProofs = (tenantId: string, address: string) =>
  read(
    api.POST('/api/v1/operator/tenants/{tenantId}/consent-proofs', {
      params: { path: { tenantId } },
      body: { address },
    }),
  );

/** How the owner of an address consented, for one who claims to have been mailed without it. */
export const ConsentsSection = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const format = useFormat();
  const may = useMay();
  const [found, setFound] = useState<Awaited<ReturnType<typeof findProofs>>['items']>();
  const tenant = { name: 'tenantId', label: t('tenant'), kind: 'tenant' } as const;
  if (!may('inquiries.write')) return null;
  return (
    <Section
      title={t('consents')}
      text={t('consentsText')}
      actions={
        <>
          {may('terms.write') && (
            <ActionButton
              label={t('term.verb')}
              text={t('term.text')}
              fields={[
                tenant,
                {
                  name: 'term',
                  label: t('term.label'),
                  choices: terms.map((value) => ({ value, label: t(`termOf.${value}`) })),
                },
                { name: 'reason', label: t('reason') },
              ]}
              run={({ tenantId, term, reason }) =>
                read(
                  api.PUT('/api/v1/operator/tenants/{tenantId}/consent-term', {
                    params: { path: { tenantId } },
                    body: { term, reason },
                  }),
                )
              }
            />
          )}
          <ActionButton
            label={t('prove.verb')}
            text={t('prove.text')}
            done={t('prove.done')}
            fields={[tenant, { name: 'address', label: t('prove.address'), kind: 'email' }]}
            run={async ({ tenantId, address }) => {
              setFound((await findProofs(tenantId, address)).items);
            }}
          />
        </>
      }
    >
      {found && (
        <Stack>
          {found.length === 0 ? (
            <Alert color="yellow">{t('noProof')}</Alert>
          ) : (
            <DataTable
              label={t('consents')}
              empty=""
              rows={found}
              keyOf={({ at, newsletter }) => `${at} ${newsletter}`}
              columns={[
                { head: t('newsletter'), cell: ({ newsletter }) => newsletter },
                { head: t('consentedAt'), cell: ({ at }) => format.exactInstant(at) },
                { head: t('fromIp'), cell: ({ ip }) => ip ?? '–' },
                {
                  head: t('form'),
                  cell: ({ formNumber, formHash }) =>
                    formNumber === null
                      ? '–'
                      : t('formVersion', { number: formNumber, hash: formHash?.slice(0, 12) }),
                },
                {
                  head: t('keptUntil'),
                  cell: ({ keepUntil }) => (keepUntil ? format.day(keepUntil) : t('stillReads')),
                },
              ]}
            />
          )}
        </Stack>
      )}
    </Section>
  );
};
