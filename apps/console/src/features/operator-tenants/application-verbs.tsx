import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

const reasons = ['unsuitable', 'false-or-incomplete', 'maintenance-hard'] as const;

/** Until the start notice an application can be turned down or withdrawn, also one that was accepted. @clause W4.3 */
export const ApplicationVerbs = ({
  application,
}: {
  application: Schema<'WholeApplicationView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const path = { applicationId: application.id };
  return (
    <>
      {application.formArrivedAt === null && (
        <ActionButton
          label={t('formArrived.verb')}
          done={t('formArrived.done')}
          text={t('formArrived.text')}
          fields={[{ name: 'arrivedOn', label: t('formArrived.on'), kind: 'date' }]}
          run={(body) =>
            read(
              api.POST('/api/v1/operator/applications/{applicationId}/form-arrived', {
                params: { path },
                body,
              }),
            )
          }
        />
      )}
      {application.state === 'received' && (
        <ActionButton
          label={t('accept.verb')}
          done={t('accept.done')}
          text={t('accept.text')}
          variant="filled"
          fields={[{ name: 'slug', label: t('slug'), text: t('accept.slugText') }]}
          run={(body, key) =>
            read(
              api.POST('/api/v1/operator/applications/{applicationId}/accept', {
                params: { path, header: { 'Idempotency-Key': key } },
                body,
              }),
            )
          }
        />
      )}
      <ActionButton
        label={t('withdrawApplication.verb')}
        done={t('withdrawApplication.done')}
        text={t('withdrawApplication.text')}
        run={() =>
          read(
            api.POST('/api/v1/operator/applications/{applicationId}/withdraw', {
              params: { path },
            }),
          )
        }
      />
      <ActionButton
        label={t('reject.verb')}
        done={t('reject.done')}
        text={t('reject.text')}
        dangerous
        fields={[
          {
            name: 'reason',
            label: t('reason'),
            choices: reasons.map((value) => ({ value, label: t(`rejectReason.${value}`) })),
          },
        ]}
        run={(body) =>
          read(
            api.POST('/api/v1/operator/applications/{applicationId}/reject', {
              params: { path },
              body,
            }),
          )
        }
      />
    </>
  );
};
