import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { useFormat } from '../../../ui/use-format.js';

const categories = ['standard', 'reduced', 'outside'] as const;

/** Gives back something that is left of a paid invoice, so much at each rate and of what lies outside the tax. @clause W4.7 */
export const CreditVerb = ({
  tenantId,
  invoice: { id, creditable },
}: {
  readonly tenantId: string;
  readonly invoice: Schema<'WholeInvoiceView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const groups = creditable.flatMap(({ category, ratePercent, baseYen }) => {
    const known = categories.find((each) => each === category);
    if (!known || baseYen === 0) return [];
    const label =
      known === 'outside' ? t('credit.outside') : t('credit.amount', { rate: ratePercent });
    return [{ category: known, ratePercent, baseYen, label, name: `${known}${ratePercent}` }];
  });
  if (groups.length === 0) return null;
  return (
    <ActionButton
      label={t('credit.verb')}
      text={t('credit.text')}
      done={t('credit.done')}
      fields={[
        ...groups.map(({ name, baseYen, label }) => ({
          name,
          label,
          text: t('credit.most', { sum: format.yen(baseYen) }),
          kind: 'number' as const,
          optional: true,
        })),
        { name: 'reason', label: t('reason'), kind: 'long' as const },
      ]}
      run={(answers, key) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/invoices/{invoiceId}/credit-notes', {
            params: { path: { tenantId, invoiceId: id }, header: { 'Idempotency-Key': key } },
            body: {
              reason: answers['reason'] ?? '',
              amounts: groups
                .map(({ category, ratePercent, name }) => ({
                  category,
                  ratePercent,
                  amountYen: Number(answers[name]),
                }))
                .filter(({ amountYen }) => amountYen > 0),
            },
          }),
        )
      }
    />
  );
};
