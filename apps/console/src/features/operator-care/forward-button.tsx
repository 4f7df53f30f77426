import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

/** Lets the tenant know of a complaint; where to answer only when the person agreed. @clause W19.4, W17.4 */
export const ForwardButton = ({ inquiry }: { inquiry: Schema<'InquiryView'> }): ReactNode => {
  const { t } = useTranslation('operator-care');
  const { id, mayShareAddress, fromAddress } = inquiry;
  const asksForAddress = mayShareAddress && fromAddress !== '';
  const words = {
    ...({ name: 'text', label: t('forward.words'), kind: 'long' } as const),
    ...(!asksForAddress && { text: t('forward.noAddress') }),
  };
  const address = {
    name: 'withAddress',
    label: t('forward.withAddress'),
    kind: 'yes',
  } as const;
  return (
    <ActionButton
      label={t('forward.verb')}
      text={t('forward.text')}
      done={t('forward.done')}
      fields={asksForAddress ? [words, address] : [words]}
      run={({ text, withAddress }, key) =>
        read(
          api.POST('/api/v1/operator/inquiries/{inquiryId}/forward', {
            params: { path: { inquiryId: id }, header: { 'Idempotency-Key': key } },
            body: { text, withAddress: withAddress === 'yes' },
          }),
        )
      }
    />
  );
};
