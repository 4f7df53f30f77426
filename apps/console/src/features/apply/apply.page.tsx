import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useLanguage, useTextIn } from '../../i18n/language.js';
import { applicationOf } from '../../ui/application/application-fields.js';
import { ApplicationForm } from '../../ui/application/application-form.js';
import { CopyField } from '../../ui/copy-field.js';
import { Fees } from './fees.js';

/** Whoever wants the service applies here; nobody is signed in. @clause W4.1 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('apply');
  const locale = useLanguage();
  const [received, setReceived] = useState<Schema<'ReceivedView'> & { readonly mailed: boolean }>();
  return (
    <Stack>
      <title>{`${t('title')} · ${t('ui:brand')}`}</title>
      <Title order={1}>{t('title')}</Title>
      {received ? (
        <Alert
          role="status"
          color="green"
          icon={<IconCheck size={20} aria-hidden />}
          title={t('received.title')}
        >
          <Stack>
            <Text>{t(received.mailed ? 'received.text' : 'received.byPost')}</Text>
            <Text size="sm">{t('received.reference')}</Text>
            <CopyField label={t('received.reference')} value={received.id} />
            <Text size="sm">{t('received.token')}</Text>
            <CopyField label={t('received.token')} value={received.token} />
            <Text size="sm">{t('received.tokenText')}</Text>
          </Stack>
        </Alert>
      ) : (
        <>
          <Text>{t('lead')}</Text>
          <Documents />
          <Conditions />
          <Fees />
          <ApplicationForm
            verb={t('verb')}
            run={async (answers) => {
              const body = { ...applicationOf(answers), locale };
              const { pcEmail, mobileEmail } = body.applicant;
              const answer = await read(api.POST('/api/v1/applications', { body }));
              setReceived({ ...answer, mailed: Boolean(pcEmail ?? mobileEmail) });
            }}
          />
          <Anchor component={Link} to="/apply/withdrawal" size="sm">
            {t('toWithdrawal')}
          </Anchor>
        </>
      )}
    </Stack>
  );
};

/** What is agreed to, to be read before. */
const Documents = (): ReactNode => {
  const { t } = useTranslation('apply');
  const textIn = useTextIn();
  const { data } = useQuery({
    queryKey: ['terms-in-force'],
    queryFn: () => read(api.GET('/api/v1/terms/in-force')),
  });
  return (
    <List size="sm">
      {data?.items.map(({ slug, title }) => (
        <List.Item key={slug}>
          <Anchor href={`/terms/${slug}`} target="_blank">
            {textIn(title)} {t('ui:opensElsewhere')}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
};

/** What the terms leave to an express agreement, printed where it is agreed to. @decision D-01, D-02, D-03, D-04, D-06 */
const Conditions = (): ReactNode => {
  const { t } = useTranslation('apply');
  return (
    <>
      <Title order={2}>{t('conditions.title')}</Title>
      <List size="sm">
        {(['term', 'notice', 'fee', 'first', 'refund', 'other'] as const).map((name) => (
          <List.Item key={name}>{t(`conditions.${name}`)}</List.Item>
        ))}
      </List>
    </>
  );
};
