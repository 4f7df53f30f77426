import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { applicationOf } from '../../ui/application/application-fields.js';
import { ApplicationForm } from '../../ui/application/application-form.js';
import type { FormField } from '../../ui/form-input.js';
import { Page } from '../../ui/page.js';
import { NoPermission } from '../../ui/states.js';

const firstMonths = ['free', 'full', 'prorated'] as const;
const billingModes = ['advance-true-up', 'arrears'] as const;

/** An application that came on paper or through a partner, written down by an operator. @clause W4.1 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const navigate = useNavigate();
  const writes = useMay()('contracts.write');
  const fields = useFormFields();
  return (
    <Page title={t('record.title')} lead={t('record.lead')} width={720}>
      {writes ? (
        <Paper>
          <ApplicationForm
            verb={t('record.submit')}
            first={fields}
            run={async (answers, key) => {
              const { id } = await read(
                api.POST('/api/v1/operator/applications', {
                  params: { header: { 'Idempotency-Key': key } },
                  body: {
                    ...applicationOf(answers),
                    channel: answers['channel'] === 'partner' ? 'partner' : 'paper',
                    partnerName: answers['partnerName'] || null,
                    appliedOn: answers['appliedOn'] ?? '',
                    formArrivedOn: answers['formArrivedOn'] || null,
                    formRules: rulesOf(answers),
                  },
                }),
              );
              await navigate(`/operator/applications/${id}`);
            }}
          />
        </Paper>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
};

/** What the form agrees that differs from the course. @clause W5.4 */
const rulesOf = (answers: Readonly<Record<string, string>>) => {
  const months = answers['minimumTermMonths'];
  const renewal = answers['renewalMonths'];
  const firstMonth = firstMonths.find((known) => known === answers['firstMonth']);
  const billingMode = billingModes.find((known) => known === answers['billingMode']);
  const refundable = answers['refundable'];
  return {
    ...(months && { minimumTermMonths: Number(months) }),
    ...(renewal && { renewalMonths: Number(renewal) }),
    ...(firstMonth && { firstMonth }),
    ...(refundable !== 'default' && { refundable: refundable === 'yes' }),
    ...(billingMode && { billingMode }),
  };
};

const useFormFields = (): FormField[] => {
  const { t } = useTranslation('operator-tenants');
  return [
    {
      name: 'channel',
      heading: t('record.form'),
      label: t('record.channel'),
      choices: (['paper', 'partner'] as const).map((value) => ({
        value,
        label: t(`channel.${value}`),
      })),
    },
    { name: 'partnerName', label: t('record.partnerName'), optional: true },
    { name: 'appliedOn', label: t('record.appliedOn'), kind: 'date' },
    {
      name: 'formArrivedOn',
      label: t('record.formArrivedOn'),
      text: t('record.formArrivedText'),
      kind: 'date',
      optional: true,
    },
    {
      name: 'minimumTermMonths',
      label: t('record.minimumTerm'),
      text: t('record.minimumTermText'),
      kind: 'number',
      optional: true,
    },
    {
      name: 'renewalMonths',
      label: t('record.renewal'),
      text: t('record.renewalText'),
      kind: 'number',
      optional: true,
    },
    {
      name: 'firstMonth',
      label: t('record.firstMonth'),
      choices: (['default', ...firstMonths] as const).map((value) => ({
        value,
        label: t(`record.firstMonthOf.${value}`),
      })),
    },
    {
      name: 'refundable',
      label: t('record.refundable'),
      choices: (['default', 'no', 'yes'] as const).map((value) => ({
        value,
        label: t(`record.refundableOf.${value}`),
      })),
    },
    {
      name: 'billingMode',
      label: t('record.billingMode'),
      choices: (['default', ...billingModes] as const).map((value) => ({
        value,
        label: t(`record.billingModeOf.${value}`),
      })),
    },
  ];
};
