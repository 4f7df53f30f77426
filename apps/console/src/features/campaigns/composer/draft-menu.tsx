import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCopy, IconDots, IconTemplate, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { at } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import { useConfirmDeletion } from '../../../ui/confirm.js';
import { useTextOfError } from '../../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../../ui/say.js';
import { KeepAsTemplate } from '../keep-as-template.js';
import type { OpenDraft } from './use-draft.js';

export const DraftMenu = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { id, subject } = open.draft;
  const [naming, setNaming] = useState(false);
  const isSure = useConfirmDeletion('campaigns');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const textOf = useTextOfError();
  const done = async (message: string, to: string): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['campaigns', 'list'] });
    sayDone(message);
    await navigate(to);
  };
  const onError = (error: unknown): void => {
    sayFailed(textOf(error));
  };
  const copying = useMutation({
    mutationFn: async () => {
      await open.keeper.flush();
      return read(api.POST('/api/v1/campaigns/{campaignId}/duplicate', at(id)));
    },
    onSuccess: (copy) => done(t('duplicate.done'), `/campaigns/${copy.id}/edit`),
    onError,
  });
  const deleting = useMutation({
    mutationFn: async () => {
      await open.keeper.flush();
      return read(api.DELETE('/api/v1/campaigns/{campaignId}', at(id)));
    },
    onSuccess: () => done(t('delete.done'), '/campaigns'),
    onError,
  });
  const remove = async (): Promise<void> => {
    if (await isSure()) deleting.mutate();
  };
  return (
    <>
      <Menu position="bottom-end" keepMounted={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('composer.menu')}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={18} />}
            onClick={() => {
              copying.mutate();
            }}
          >
            {t('duplicate.verb')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTemplate size={18} />}
            onClick={() => {
              setNaming(true);
            }}
          >
            {t('template.verb')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={18} />}
            color="red"
            onClick={() => void remove()}
          >
            {t('delete.verb')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <KeepAsTemplate
        campaignId={id}
        subject={subject}
        opened={naming}
        before={open.keeper.flush}
        onClose={() => {
          setNaming(false);
        }}
      />
    </>
  );
};
