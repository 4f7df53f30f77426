import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

const outcomes = ['fulfil', 'fulfil-in-part', 'refuse'] as const;

/** What an operator may do with a request in its state; readers prove themselves by mail only. */
export const RequestVerbs = ({ request }: { request: Schema<'RequestView'> }): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const { id, state, subject, decidedAt } = request;
  const at = { params: { path: { requestId: id } } };
  const path = '/api/v1/operator/privacy-requests/{requestId}';
  const isOpen = state === 'identity_pending' || state === 'fee_pending' || state === 'in_review';
  return (
    <>
      {state === 'identity_pending' && subject === 'contact' && (
        <ActionButton
          label={t('proved.verb')}
          text={t('proved.text')}
          size="sm"
          fields={[{ name: 'how', label: t('proved.how') }]}
          run={({ how }) =>
            read(api.POST(`${path}/identity`, { ...at, body: { isProved: true, how } }))
          }
        />
      )}
      {state === 'identity_pending' && (
        <ActionButton
          label={t('notProved.verb')}
          text={t('notProved.text')}
          size="sm"
          dangerous
          fields={[{ name: 'how', label: t('notProved.how') }]}
          run={({ how }) =>
            read(api.POST(`${path}/identity`, { ...at, body: { isProved: false, how } }))
          }
        />
      )}
      {state === 'fee_pending' && (
        <ActionButton
          label={t('paid.verb')}
          size="sm"
          run={() => read(api.POST(`${path}/fee-paid`, at))}
        />
      )}
      {state === 'in_review' && (
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
            { name: 'reason', label: t('reason'), kind: 'long', optional: true },
          ]}
          run={({ outcome, reason }) =>
            read(api.POST(`${path}/decide`, { ...at, body: { outcome, reason: reason || null } }))
          }
        />
      )}
      {isOpen && (
        <ActionButton
          label={t('withdraw.verb')}
          text={t('withdraw.text')}
          size="sm"
          run={() => read(api.POST(`${path}/withdraw`, at))}
        />
      )}
      {decidedAt !== null && state !== 'closed' && (
        <ActionButton
          label={t('close.verb')}
          text={t('close.text')}
          size="sm"
          run={() => read(api.POST(`${path}/close`, at))}
        />
      )}
    </>
  );
};
