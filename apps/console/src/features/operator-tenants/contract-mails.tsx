import { Badge, Spoiler, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { MailVerbs } from './mail-verbs.js';

/** Mails to the contract desk: what each of them means is for a person to say. @decision D-15 */
export const ContractMails = ({
  mails,
}: {
  mails: readonly Schema<'ContractMailView'>[];
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  return (
    <Section title={t('mails')} text={t('mailsText')}>
      <DataTable
        label={t('mails')}
        empty={t('nothingHere')}
        rows={mails}
        keyOf={({ id }) => id}
        columns={[
          { head: t('mailSender'), cell: (mail) => <Sender {...mail} /> },
          { head: t('arrived'), cell: ({ arrivedAt }) => format.instant(arrivedAt) },
          {
            head: t('mailText'),
            cell: ({ subject, body }) => (
              <>
                <Text fw={600}>{subject}</Text>
                <Spoiler maxHeight={48} showLabel={t('action.more')} hideLabel={t('action.close')}>
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {body}
                  </Text>
                </Spoiler>
              </>
            ),
          },
          {
            head: t('decision'),
            cell: (mail) => <MailVerbs mail={mail} />,
          },
        ]}
      />
    </Section>
  );
};

/** Who wrote it, and how far that can be relied on: an address alone proves nothing. */
const Sender = ({ tenantId, sender, dmarc, declaredBy }: Schema<'ContractMailView'>): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const isDeclared = tenantId === null ? declaredBy.length > 0 : declaredBy.includes(tenantId);
  const proof = dmarc === 'pass' || dmarc === 'fail' ? dmarc : 'none';
  return (
    <Stack gap={4} align="flex-start">
      {(tenantId === null ? declaredBy : [tenantId]).map((id) => (
        <TenantLink key={id} id={id} />
      ))}
      <Text size="sm" className="any-break">
        {sender}
      </Text>
      <Badge color={isDeclared ? 'green' : 'orange'}>
        {t(isDeclared ? 'senderOf.declared' : 'senderOf.stranger')}
      </Badge>
      <Badge color={{ pass: 'green', fail: 'red', none: 'gray' }[proof]}>
        {t(`dmarc.${proof}`)}
      </Badge>
    </Stack>
  );
};
