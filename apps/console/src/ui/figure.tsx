import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** One number that matters, with what it counts. */
export const Figure = ({ label, value, note }: FigureProps): ReactNode => (
  <Paper p="md">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fz={26} fw={700} lh={1.3} className="numbers any-break" component="div">
      {value}
    </Text>
    {note && (
      <Text size="sm" c="dimmed" component="div">
        {note}
      </Text>
    )}
  </Paper>
);
