import {
  Alert,
  Box,
  Button,
  Group,
  NativeSelect,
  Paper,
  SegmentedControl,
  Slider,
  Stack,
  Text,
} from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../../api/campaigns.js';
import { api, idempotencyKey, read } from '../../../../api/client.js';
import { MailFrame } from '../../../../ui/mail-frame.js';
import { useTextOfError } from '../../../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../../../ui/say.js';
import { Section } from '../../../../ui/section.js';
import { ErrorState, LoadingLines } from '../../../../ui/states.js';
import type { OpenDraft } from '../use-draft.js';

/** The mail as one reader gets it: a made-up one or one of the target's, wrapped at a width to choose. */
export const PreviewPanel = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { draft, etag } = open;
  const [reader, setReader] = useState('');
  const [chosen, setChosen] = useState<'text' | 'html'>();
  const [width, setWidth] = useState(35);
  const readers = useQuery({
    queryKey: [
      'campaigns',
      draft.id,
      'preview-readers',
      draft.newsletterIds,
      draft.segmentId,
      draft.condition,
    ],
    queryFn: () => read(api.GET('/api/v1/campaigns/{campaignId}/preview-readers', at(draft.id))),
    enabled: draft.newsletterIds.length > 0,
    retry: false,
  });
  const preview = useQuery({
    queryKey: ['campaigns', draft.id, 'preview', etag, reader],
    queryFn: () =>
      read(
        api.POST('/api/v1/campaigns/{campaignId}/preview', {
          ...at(draft.id),
          body: reader === '' ? {} : { reader: Number(reader) },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const showsHtml = draft.format !== 'text' && chosen !== 'text';
  return (
    <Box style={{ position: 'sticky', top: 'calc(56px + 1rem)' }}>
      <Section title={t('preview.title')} actions={<TestSend open={open} />}>
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label={t('preview.reader')}
            value={reader}
            onChange={({ currentTarget }) => {
              setReader(currentTarget.value);
            }}
            data={[
              { value: '', label: t('preview.madeUp') },
              ...(readers.data?.items ?? []).map((person) => ({
                value: String(person.reader),
                label: `${person.reader + 1}. ${person.maskedAddress}`,
              })),
            ]}
            style={{ flex: '1 1 10rem' }}
          />
          {draft.format !== 'text' && (
            <SegmentedControl
              size="xs"
              aria-label={t('preview.part')}
              value={showsHtml ? 'html' : 'text'}
              onChange={(part) => {
                setChosen(part === 'html' ? 'html' : 'text');
              }}
              data={[
                { value: 'text', label: t('preview.text') },
                { value: 'html', label: 'HTML' },
              ]}
            />
          )}
        </Group>
        {!showsHtml && (
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
              {t('preview.wrap', { width })}
            </Text>
            <Slider
              thumbLabel={t('preview.wrapLabel')}
              min={15}
              max={40}
              value={width}
              onChange={setWidth}
              label={null}
              style={{ flex: 1 }}
            />
          </Group>
        )}
        {preview.isPending && <LoadingLines lines={8} />}
        {preview.isError && (
          <ErrorState error={preview.error} retry={() => void preview.refetch()} />
        )}
        {preview.data && (
          <Stack gap="xs">
            <Text fw={700} className="any-break">
              {preview.data.subject || t('noSubject')}
            </Text>
            {showsHtml && preview.data.html === null && (
              <Alert color="red" title={t('preview.broken')} />
            )}
            {showsHtml ? (
              <MailFrame html={preview.data.html ?? ''} title={t('preview.title')} />
            ) : (
              <Paper
                p="md"
                bg="var(--paper)"
                style={{ overflow: 'auto', maxHeight: '65vh' }}
                tabIndex={0}
                aria-label={t('preview.text')}
                role="region"
              >
                <div style={{ containerType: 'inline-size' }}>
                  <pre
                    className="arrived-text"
                    style={{
                      width: `${width * 2}ch`,
                      fontSize: `min(0.875rem, calc((100cqi - 2px) / ${width}))`,
                    }}
                  >
                    {preview.data.text}
                  </pre>
                </div>
              </Paper>
            )}
          </Stack>
        )}
      </Section>
    </Box>
  );
};

const TestSend = ({ open: { draft, keeper } }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const textOf = useTextOfError();
  const sending = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const header = { 'Idempotency-Key': idempotencyKey() };
      await read(
        api.POST('/api/v1/campaigns/{campaignId}/test-sends', {
          params: { ...at(draft.id).params, header },
        }),
      );
    },
    onSuccess: () => {
      sayDone(t('test.done'));
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
  });
  return (
    <Button
      variant="light"
      size="xs"
      leftSection={<IconSend size={16} />}
      loading={sending.isPending}
      onClick={() => {
        sending.mutate();
      }}
    >
      {t('test.verb')}
    </Button>
  );
};
