import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { jstDay, jstTime, typedInJapan } from '../../ui/format.js';
import { now } from '../../ui/now.js';

/** Keeps a record of a telephone call. */
export const LogCall = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <ActionButton
      label={t('logCall.verb')}
      text={t('logCall.text')}
      size="sm"
      variant="filled"
      fields={[
        { name: 'tenantId', label: t('tenant'), kind: 'tenant', optional: true },
        {
          name: 'direction',
          label: t('logCall.direction'),
          choices: (['in', 'out'] as const).map((value) => ({
            value,
            label: t(`directionOf.${value}`),
          })),
        },
        {
          name: 'at',
          label: t('logCall.at'),
          kind: 'datetime-local',
          initial: `${jstDay(now())}T${jstTime(now())}`,
        },
        { name: 'minutes', label: t('logCall.minutes'), kind: 'number' },
        { name: 'person', label: t('logCall.person') },
        { name: 'phone', label: t('logCall.phone'), optional: true },
        { name: 'summary', label: t('logCall.summary'), kind: 'long' },
        { name: 'recording', label: t('logCall.recording'), optional: true },
        { name: 'announced', label: t('logCall.announced'), kind: 'yes' },
      ]}
      run={({ tenantId, direction, at, minutes, person, phone, summary, recording, announced }) =>
        read(
          api.POST('/api/v1/operator/calls', {
            body: {
              tenantId: tenantId || null,
              direction,
              at: typedInJapan(at),
              minutes: Number(minutes),
              person,
              phone: phone || null,
              summary,
              recording: recording || null,
              inquiryId: null,
              announced: announced === 'yes',
            },
          }),
        )
      }
    />
  );
};
