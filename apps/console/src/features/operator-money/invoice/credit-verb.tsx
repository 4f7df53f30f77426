import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { useFormat } from '../../../ui/use-format.js';

const categories = ['standard', 'reduced'] as const;

/** Gives something of a paid invoice back, so much at each rate and of what lies outside the tax. @clause W4.7 */
export const CreditVerb = ({
  tenantId,
  invoice: { id, totals },
}: {
  readonly tenantId: string;
  readonly invoice: Schema<'WholeInvoiceView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const taxed = totals.groups.flatMap(({ category, ratePercent, baseYen }) => {
    const known = categories.find((each) => each === category);
    const label = t('credit.amount', { rate: ratePercent });
    return known ? [{ category: known, ratePercent, baseYen, label }] : [];
  });
  const outside = {
    category: 'outside' as const,
    ratePercent: 0,
    baseYen: totals.outsideYen,
    label: t('credit.outside'),
  };
  const groups = totals.outsideYen > 0 ? [...taxed, outside] : taxed;
  return (
    <ActionButton
      label={t('credit.verb')}
      text={t('credit.text')}
      done={t('credit.done')}
      fields={[
        ...groups.map(({ ratePercent, baseYen, label }) => ({
          name: `rate${ratePercent}`,
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
                .map(({ category, ratePercent }) => ({
                  category,
                  ratePercent,
                  amountYen: Number(answers[`rate${ratePercent}`]),
                }))
                .filter(({ amountYen }) => amountYen > 0),
            },
          }),
        )
      }
    />
  );
};
