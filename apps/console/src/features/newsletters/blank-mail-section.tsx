import { Button, Grid, Group, Image, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useConfirm } from '../../ui/confirm.js';
import { CopyField } from '../../ui/copy-field.js';
import { useTextOfError } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayFailed } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

type Kind = 'join' | 'leave';

/** 空メール: addresses by which people join and leave with an empty mail, as a QR code too. */
export const BlankMailSection = ({ newsletterId }: { newsletterId: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const query = useQuery({
    queryKey: ['newsletters', newsletterId, 'blank-mail'],
    queryFn: () =>
      read(
        api.GET('/api/v1/newsletters/{newsletterId}/blank-mail', {
          params: { path: { newsletterId } },
        }),
      ),
  });
  return (
    <Section title={t('blank.title')} text={t('blank.text')}>
      <QueryView query={query}>
        {({ join, leave }) => (
          <Grid>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Door kind="join" given={join} newsletterId={newsletterId} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Door kind="leave" given={leave} newsletterId={newsletterId} />
            </Grid.Col>
          </Grid>
        )}
      </QueryView>
    </Section>
  );
};

interface DoorProps {
  readonly kind: Kind;
  readonly given: Schema<'DedicatedAddressView'> | null;
  readonly newsletterId: string;
}

const Door = ({ kind, given, newsletterId }: DoorProps): ReactNode => {
  const { t } = useTranslation('newsletters');
  const may = useMay();
  const ask = useConfirm();
  const textOf = useTextOfError();
  const queries = useQueryClient();
  const params = { path: { newsletterId, kind } };
  const changing = useMutation({
    mutationFn: (verb: 'issue' | 'revoke') =>
      read(
        verb === 'issue'
          ? api.POST('/api/v1/newsletters/{newsletterId}/blank-mail/{kind}', { params })
          : api.DELETE('/api/v1/newsletters/{newsletterId}/blank-mail/{kind}', { params }),
      ),
    onSuccess: (view) => {
      queries.setQueryData(['newsletters', newsletterId, 'blank-mail'], view);
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
  });
  const revoke = async (): Promise<void> => {
    const sure = {
      title: t('blank.revokeTitle'),
      text: t('blank.revokeText'),
      verb: t('blank.revoke'),
      dangerous: true,
    };
    if (await ask(sure)) changing.mutate('revoke');
  };
  return (
    <Paper p="md" h="100%">
      <Stack gap="sm" align="flex-start">
        <Text fw={600}>{t(`blank.${kind}`)}</Text>
        {given ? (
          <>
            <CopyField label={t(`blank.${kind}`)} value={given.address} />
            <Image
              src={`/api/v1/newsletters/${newsletterId}/blank-mail/${kind}/qr-code`}
              alt={t('blank.qr', { address: given.address })}
              w={150}
              h={150}
              p={6}
              bg="#fff"
              radius="sm"
            />
            <Group gap="xs">
              {(['svg', 'png'] as const).map((format) => (
                <Button
                  key={format}
                  component="a"
                  size="xs"
                  variant="default"
                  href={`/api/v1/newsletters/${newsletterId}/blank-mail/${kind}/qr-code?format=${format}`}
                  download={`${kind}.${format}`}
                >
                  {t(format === 'svg' ? 'blank.downloadSvg' : 'blank.download')}
                </Button>
              ))}
              <Button component="a" size="xs" variant="default" href={given.mailto}>
                {t('blank.write')}
              </Button>
              {may('newsletters.write') && (
                <Button size="xs" variant="subtle" color="red" onClick={() => void revoke()}>
                  {t('blank.revoke')}
                </Button>
              )}
            </Group>
          </>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t('blank.none')}
            </Text>
            {may('newsletters.write') && (
              <Button
                size="xs"
                variant="light"
                loading={changing.isPending}
                onClick={() => {
                  changing.mutate('issue');
                }}
              >
                {t('blank.issue')}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
};
