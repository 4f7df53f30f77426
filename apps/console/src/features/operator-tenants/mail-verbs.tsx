import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { useCatalogue } from '../../ui/catalogue.js';

interface Named {
  readonly value: string;
  readonly label: string;
}

/** What an operator can make of a mail about a contract. */
export const MailVerbs = ({ mail }: { mail: Schema<'ContractMailView'> }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const may = useMay();
  const textIn = useTextIn();
  const { data: { courses, options } = { courses: [], options: [] } } = useCatalogue();
  const unchanged = { value: '', label: t('asChange.unchanged') };
  const named = ({ code, names }: Schema<'OnSaleView'>) => ({ value: code, label: textIn(names) });
  const without = ({ value, label }: Named) => ({ value: `-${value}`, label: `− ${label}` });
  const mailId = mail.id;
  const path = { mailId };
  // Its own address says whose mail it is.
  const whose =
    mail.tenantId === null
      ? [{ name: 'tenantId', label: t('tenant'), kind: 'tenant' } as const]
      : [];
  return (
    <Group gap="xs">
      {may('contracts.write') && (
        <>
          <ActionButton
            label={t('asTermination.verb')}
            done={t('asTermination.done')}
            text={t('asTermination.text')}
            dangerous
            fields={[
              ...whose,
              {
                name: 'lastMonthOfUse',
                label: t('paperNotice.lastMonth'),
                kind: 'month',
                optional: true,
              },
            ]}
            run={({ tenantId, lastMonthOfUse }, key) =>
              read(
                api.POST('/api/v1/operator/contract-mails/{mailId}/termination', {
                  params: { path, header: { 'Idempotency-Key': key } },
                  body: {
                    tenantId: mail.tenantId ?? tenantId,
                    lastMonthOfUse: lastMonthOfUse || null,
                  },
                }),
              )
            }
          />
          <ActionButton
            label={t('asChange.verb')}
            done={t('asChange.done')}
            text={t('asChange.text')}
            fields={[
              ...whose,
              {
                name: 'courseCode',
                label: t('course'),
                choices: [unchanged, ...courses.map(named)],
                optional: true,
              },
              {
                name: 'option',
                label: t('asChange.option'),
                choices: [unchanged, ...options.map(named), ...options.map(named).map(without)],
                optional: true,
              },
              { name: 'desiredMonth', label: t('asChange.month'), kind: 'month' },
            ]}
            run={({ tenantId, courseCode, option, desiredMonth }, key) =>
              read(
                api.POST('/api/v1/operator/contract-mails/{mailId}/course-change', {
                  params: { path, header: { 'Idempotency-Key': key } },
                  body: {
                    tenantId: mail.tenantId ?? tenantId,
                    desiredMonth,
                    courseCode: courseCode || null,
                    addOptions: option === '' || option.startsWith('-') ? [] : [option],
                    dropOptions: option.startsWith('-') ? [option.slice(1)] : [],
                  },
                }),
              )
            }
          />
        </>
      )}
      {may('inquiries.write') && (
        <ActionButton
          label={t('asQuestion.verb')}
          done={t('asQuestion.done')}
          text={t('asQuestion.text')}
          run={() =>
            read(api.POST('/api/v1/operator/contract-mails/{mailId}/inquiry', { params: { path } }))
          }
        />
      )}
      {may('contracts.write') && (
        <ActionButton
          label={t('file')}
          text={t('fileText')}
          done={t('fileDone')}
          run={() =>
            read(api.POST('/api/v1/operator/contract-mails/{mailId}/filed', { params: { path } }))
          }
        />
      )}
    </Group>
  );
};
