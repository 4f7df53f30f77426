import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { InvitationsSection } from './invitations-section.js';
import { MemberLine } from './member-line.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-members');
  const may = useMay();
  const query = useQuery({
    queryKey: ['members'],
    queryFn: () => read(api.GET('/api/v1/members')),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={960}>
      <QueryView query={query}>
        {({ items }) => (
          <>
            <Section title={t('members')}>
              {items.map((member) => (
                <MemberLine key={member.id} member={member} />
              ))}
            </Section>
            {may('members.write') && <InvitationsSection />}
          </>
        )}
      </QueryView>
    </Page>
  );
};
