import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read, readVersion } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useConfirm } from '../../ui/confirm.js';
import { NameDialog } from '../../ui/name-dialog.js';
import { useTextOfError } from '../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../ui/say.js';

type Template = Schema<'TemplateLineView'>;

const at = (templateId: string): { path: { templateId: string } } => ({ path: { templateId } });

/** Begin with it, give it another name, throw it away. */
export const TemplateVerbs = ({ template }: { template: Template }): ReactNode => (
  <Group gap="xs">
    <Use template={template} />
    <Rename template={template} />
    <Remove template={template} />
  </Group>
);

const Use = ({ template: { id, name } }: { template: Template }): ReactNode => {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const textOf = useTextOfError();
  const using = useMutation({
    mutationFn: () => read(api.POST('/api/v1/templates/{templateId}/begin', { params: at(id) })),
    onSuccess: async (draft) => {
      await queries.invalidateQueries({ queryKey: ['campaigns', 'list'] });
      await navigate(`/campaigns/${draft.id}/edit`);
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
  });
  return (
    <Button
      size="xs"
      loading={using.isPending}
      aria-label={`${name}: ${t('use')}`}
      onClick={() => {
        using.mutate();
      }}
    >
      {t('use')}
    </Button>
  );
};

const Rename = ({ template: { id, name } }: { template: Template }): ReactNode => {
  const { t } = useTranslation('templates');
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const renaming = useMutation({
    mutationFn: async (wanted: string) => {
      const { etag } = await readVersion(
        api.GET('/api/v1/templates/{templateId}', { params: at(id) }),
      );
      await read(
        api.PATCH('/api/v1/templates/{templateId}', {
          params: { ...at(id), header: { 'If-Match': etag } },
          body: { name: wanted },
        }),
      );
    },
    onSuccess: async () => {
      setOpened(false);
      sayDone(t('renamed'));
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={`${name}: ${t('rename')}`}
        onClick={() => {
          renaming.reset();
          setOpened(true);
        }}
      >
        {t('rename')}
      </Button>
      <NameDialog
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        title={t('renameTitle')}
        label={t('name')}
        verb={t('rename')}
        first={name}
        pending={renaming.isPending}
        error={renaming.error}
        onName={renaming.mutate}
      />
    </>
  );
};

const Remove = ({ template: { id, name } }: { template: Template }): ReactNode => {
  const { t } = useTranslation('templates');
  const ask = useConfirm();
  const queries = useQueryClient();
  const textOf = useTextOfError();
  const removing = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/templates/{templateId}', { params: at(id) })),
    onSuccess: () => {
      sayDone(t('removed'));
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['templates'] }),
  });
  const go = async (): Promise<void> => {
    const sure = {
      title: t('removeTitle', { name }),
      text: t('removeText'),
      verb: t('remove'),
      dangerous: true,
    };
    if (await ask(sure)) removing.mutate();
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={removing.isPending}
      aria-label={`${name}: ${t('remove')}`}
      onClick={() => void go()}
    >
      {t('remove')}
    </Button>
  );
};
