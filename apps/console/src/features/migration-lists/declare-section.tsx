import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionForm } from '../../ui/action-form.js';
import { Section } from '../../ui/section.js';
import type { MigrationList } from './list-status.js';

/** The signature under the consent of everybody on the list. @clause D-13 */
export const DeclareSection = ({ id, rowCount }: MigrationList): ReactNode => {
  const { t } = useTranslation('migration-lists');
  return (
    <Section title={t('declare.title')} text={t('declare.text', { rows: rowCount })}>
      <ActionForm
        verb={t('declare.verb')}
        done={t('declare.done')}
        fields={[{ name: 'signedBy', label: t('declare.name') }]}
        run={(body) =>
          read(
            api.POST('/api/v1/migration-lists/{migrationListId}/declare', {
              params: { path: { migrationListId: id } },
              body,
            }),
          )
        }
      />
    </Section>
  );
};
