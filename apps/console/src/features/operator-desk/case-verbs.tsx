import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';

type Case = Schema<'CaseView'>;

const outcomes = ['dismissed', 'warned', 'held', 'cure-notice', 'termination'] as const;

/** What can be done about an open case here: demand a cure, and close it with what came of it. */
export const CaseVerbs = (found: Case): ReactNode => {
  const may = useMay();
  return (
    <>
      {may('contracts.write') && <DemandCure {...found} />}
      {may('inquiries.write') && <Decide {...found} />}
    </>
  );
};

const DemandCure = ({ tenantId, code }: Case): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <ActionButton
      label={t('cure.verb')}
      text={t('cure.text', { code })}
      done={t('cure.done')}
      size="sm"
      fields={[
        { name: 'breach', label: t('cure.breach'), text: t('cure.breachText'), kind: 'long' },
        { name: 'days', label: t('cure.days'), kind: 'number', optional: true },
      ]}
      run={({ breach, days }, key) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/contract/cure-notices', {
            params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
            body: { breach, prohibitedActs: [code], ...(days && { days: Number(days) }) },
          }),
        )
      }
    />
  );
};

const Decide = ({ id }: Case): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <ActionButton
      label={t('decide.verb')}
      text={t('decide.text')}
      size="sm"
      variant="filled"
      fields={[
        {
          name: 'outcome',
          label: t('decide.outcome'),
          choices: outcomes.map((value) => ({ value, label: t(`outcomeOf.${value}`) })),
        },
        { name: 'reason', label: t('reason'), kind: 'long' },
      ]}
      run={({ outcome, reason }) =>
        read(
          api.POST('/api/v1/operator/abuse-cases/{caseId}/decide', {
            params: { path: { caseId: id } },
            body: { outcome, reason },
          }),
        )
      }
    />
  );
};
