import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A card with a heading of the second rank. */
export const Section = ({ title, text, actions, children }: SectionProps): ReactNode => (
  <Paper component="section">
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Title order={2}>{title}</Title>
          {text && (
            <Text c="dimmed" size="sm" mt={2} component="div">
              {text}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  </Paper>
);
