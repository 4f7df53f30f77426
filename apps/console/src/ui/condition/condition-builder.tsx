import {
  ActionIcon,
  Button,
  Group as Row,
  Paper,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../api/newsletters.js';
import { newQuestion } from './condition.js';
import type { Condition, Group } from './condition.js';
import { QuestionRow } from './question-row.js';

interface ConditionBuilderProps {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly fields: readonly FormField[];
  readonly depth?: number;
}

const deepest = 2;

/** Questions that all, or any, must be answered with yes; groups may hold groups. */
export const ConditionBuilder = ({
  group,
  onChange,
  fields,
  depth = 0,
}: ConditionBuilderProps): ReactNode => {
  const { t } = useTranslation('ui');
  const set = (index: number, part: Condition): void => {
    onChange({ ...group, parts: group.parts.map((old, i) => (i === index ? part : old)) });
  };
  const remove = (index: number): void => {
    onChange({ ...group, parts: group.parts.filter((_, i) => i !== index) });
  };
  const add = (part: Condition): void => {
    onChange({ ...group, parts: [...group.parts, part] });
  };
  return (
    <Stack gap="sm">
      {group.parts.length > 1 && (
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'start' }}
          aria-label={t('condition.join')}
          value={group.kind}
          onChange={(kind) => {
            onChange({ ...group, kind: kind === 'any' ? 'any' : 'all' });
          }}
          data={[
            { value: 'all', label: t('condition.all') },
            { value: 'any', label: t('condition.any') },
          ]}
        />
      )}
      {group.parts.map((part, i) => (
        <Row key={i} align="flex-start" wrap="nowrap" gap="xs">
          <div style={{ flex: 1, minWidth: 0 }}>
            {part.kind === 'question' ? (
              <QuestionRow
                question={part}
                fields={fields}
                onChange={(changed) => {
                  set(i, changed);
                }}
              />
            ) : (
              <Paper p="sm" bg="var(--paper)">
                <ConditionBuilder
                  group={part}
                  fields={fields}
                  depth={depth + 1}
                  onChange={(changed) => {
                    set(i, changed);
                  }}
                />
              </Paper>
            )}
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('condition.remove', { number: i + 1 })}
            onClick={() => {
              remove(i);
            }}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Row>
      ))}
      {group.parts.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('condition.none')}
        </Text>
      )}
      <Row gap="xs">
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            add(newQuestion(fields));
          }}
        >
          {t('condition.add')}
        </Button>
        {depth < deepest && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconFolderPlus size={16} />}
            onClick={() => {
              add({ kind: group.kind === 'all' ? 'any' : 'all', parts: [newQuestion(fields)] });
            }}
          >
            {t('condition.addGroup')}
          </Button>
        )}
      </Row>
    </Stack>
  );
};
