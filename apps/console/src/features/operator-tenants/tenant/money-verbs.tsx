import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { accountOf, useAccountFields } from '../../../ui/account-fields.js';
import { ActionButton } from '../../../ui/action-button.js';
import { fileIn } from '../../../ui/files.js';
import { TransferAccountVerbs } from './transfer-account-verbs.js';

/** What an operator may begin about a tenant's money; what leaves or is added waits for a second person. */
export const MoneyVerbs = ({ tenantId }: { tenantId: string }): ReactNode => (
  <>
    <MandateVerb tenantId={tenantId} />
    <PayerVerb tenantId={tenantId} />
    <TransferAccountVerbs tenantId={tenantId} />
    <RefundVerb tenantId={tenantId} />
    <ChargeVerb tenantId={tenantId} />
  </>
);

interface VerbProps {
  readonly tenantId: string;
}

/** The form of a mandate came in on paper. @clause W6.1 */
const MandateVerb = ({ tenantId }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const account = useAccountFields();
  return (
    <ActionButton
      label={t('mandateForm.verb')}
      text={t('mandateForm.text')}
      done={t('mandateForm.done')}
      fields={[
        { name: 'fileNumber', label: t('mandateForm.fileNumber') },
        { name: 'receivedOn', label: t('mandateForm.receivedOn'), kind: 'date' },
        ...account,
        { name: 'holderName', label: t('mandateForm.holderName') },
      ]}
      run={(answers) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/mandates', {
            params: { path: { tenantId } },
            body: {
              ...accountOf(answers),
              fileNumber: answers['fileNumber'] ?? '',
              receivedOn: answers['receivedOn'] ?? '',
              holderName: answers['holderName'] ?? '',
            },
          }),
        )
      }
    />
  );
};

/** By what its transfers are known. */
const PayerVerb = ({ tenantId }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const params = { path: { tenantId } };
  const { data } = useQuery({
    queryKey: ['operator', 'payer-identity', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}/payer-identity', { params })),
  });
  if (!data) return null;
  return (
    <ActionButton
      key={JSON.stringify(data)}
      label={t('payer.verb')}
      text={t('payer.text')}
      done={t('payer.done')}
      fields={[
        {
          name: 'codes',
          label: t('payer.codes'),
          text: t('payer.each'),
          kind: 'long',
          optional: true,
          initial: data.codes.join('\n'),
        },
        {
          name: 'names',
          label: t('payer.names'),
          text: t('payer.each'),
          kind: 'long',
          optional: true,
          initial: data.names.join('\n'),
        },
      ]}
      run={({ codes, names }) =>
        read(
          api.PUT('/api/v1/operator/tenants/{tenantId}/payer-identity', {
            params,
            body: { codes: linesOf(codes), names: linesOf(names) },
          }),
        )
      }
    />
  );
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Pays credit back. @clause W4.7 */
const RefundVerb = ({ tenantId }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const account = useAccountFields({}, true);
  return (
    <ActionButton
      label={t('refund.verb')}
      text={t('refund.text')}
      done={t('refund.done')}
      fields={[
        { name: 'amountYen', label: t('refund.amount'), kind: 'number' },
        { name: 'reason', label: t('reason'), kind: 'long' },
        {
          name: 'holderName',
          label: t('refund.holder'),
          text: t('refund.account'),
          optional: true,
        },
        ...account,
      ]}
      run={(answers, key) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/refunds', {
            params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
            body: {
              amountYen: Number(answers['amountYen']),
              reason: answers['reason'] ?? '',
              ...(answers['holderName'] && {
                account: { ...accountOf(answers), holderName: answers['holderName'] },
              }),
            },
          }),
        )
      }
    />
  );
};

/** エラーメール処理費用. @clause W12A */
const ChargeVerb = ({ tenantId }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  return (
    <ActionButton
      label={t('charge.verb')}
      text={t('charge.text')}
      done={t('charge.done')}
      dangerous
      fields={[
        { name: 'amountYen', label: t('charge.amount'), kind: 'number' },
        {
          name: 'evidence',
          label: t('charge.evidence'),
          text: t('charge.evidenceText'),
          kind: 'long',
        },
        {
          name: 'file',
          label: t('charge.file'),
          text: t('charge.fileText'),
          kind: 'file',
          optional: true,
        },
      ]}
      run={({ amountYen, evidence, file }, key) => {
        const given = fileIn(file);
        return read(
          api.POST('/api/v1/operator/tenants/{tenantId}/bounce-charges', {
            params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
            body: { amountYen: Number(amountYen), evidence, ...(given && { file: given }) },
          }),
        );
      }}
    />
  );
};
