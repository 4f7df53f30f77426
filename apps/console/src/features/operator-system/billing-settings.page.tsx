import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read, readVersion } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionForm } from '../../ui/action-form.js';
import { Facts } from '../../ui/facts.js';
import type { FormField } from '../../ui/form-input.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

const minutes = (time: string): number => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

const timeOf = (count: number): string =>
  `${String(Math.floor(count / 60)).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}`;

/** Who issues the invoices, and when debit files close. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-system');
  const writes = useMay()('billing.write');
  const settings = useQuery({
    queryKey: ['operator', 'billing-settings'],
    queryFn: () => readVersion(api.GET('/api/v1/operator/billing/settings')),
  });
  const days = <Name extends string>(
    name: Name,
    initial: number,
    heading?: string,
  ): FormField<Name> => ({
    name,
    label: t(`dunningOf.${name}`),
    kind: 'number',
    initial: String(initial),
    ...(heading && { heading, text: t('dunningText') }),
  });
  return (
    <Page title={t('billingSettings')} lead={t('billingSettingsLead')}>
      <QueryView query={settings}>
        {({ value: { issuer, debitSchedule, dunning }, etag }) => (
          <Section title={t('issuer')} text={t('issuerText')}>
            {writes ? (
              <ActionForm
                key={etag}
                verb={t('action.save')}
                done={t('saved')}
                fields={[
                  { name: 'name', label: t('issuerOf.name'), initial: issuer?.name ?? '' },
                  {
                    name: 'registrationNumber',
                    label: t('issuerOf.registrationNumber'),
                    text: t('issuerOf.registrationText'),
                    initial: issuer?.registrationNumber ?? '',
                  },
                  {
                    name: 'postalAddress',
                    label: t('issuerOf.postalAddress'),
                    initial: issuer?.postalAddress ?? '',
                  },
                  { name: 'contact', label: t('issuerOf.contact'), initial: issuer?.contact ?? '' },
                  {
                    name: 'bankAccount',
                    label: t('issuerOf.bankAccount'),
                    initial: issuer?.bankAccount ?? '',
                  },
                  {
                    name: 'leadBusinessDays',
                    label: t('leadDays'),
                    kind: 'number',
                    initial: String(debitSchedule?.leadBusinessDays ?? 7),
                  },
                  {
                    name: 'closesAt',
                    label: t('closesAt'),
                    kind: 'time',
                    initial: timeOf(debitSchedule?.closesAtMinute ?? 16 * 60),
                  },
                  days('reminder', dunning.reminder, t('dunning')),
                  days('overdueNotice', dunning.overdueNotice),
                  days('proposeSuspension', dunning.proposeSuspension),
                ]}
                run={({
                  leadBusinessDays,
                  closesAt,
                  reminder,
                  overdueNotice,
                  proposeSuspension,
                  ...party
                }) =>
                  read(
                    api.PUT('/api/v1/operator/billing/settings', {
                      params: { header: { 'If-Match': etag } },
                      body: {
                        issuer: party,
                        debitSchedule: {
                          leadBusinessDays: Number(leadBusinessDays),
                          closesAtMinute: minutes(closesAt),
                        },
                        dunning: {
                          reminder: Number(reminder),
                          overdueNotice: Number(overdueNotice),
                          proposeSuspension: Number(proposeSuspension),
                        },
                      },
                    }),
                  )
                }
              />
            ) : (
              <Facts
                items={[
                  [t('issuerOf.name'), issuer?.name ?? null],
                  [t('issuerOf.registrationNumber'), issuer?.registrationNumber ?? null],
                ]}
              />
            )}
          </Section>
        )}
      </QueryView>
    </Page>
  );
};
