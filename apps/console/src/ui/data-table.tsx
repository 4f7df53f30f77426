import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right, so that their digits do. */
  readonly figure?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists, for whoever reads by ear. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said in place of the table when there are no rows. */
  readonly empty: string;
  readonly minWidth?: number;
}

export const DataTable = <Row,>({
  label,
  columns,
  rows,
  keyOf,
  empty,
  minWidth = 560,
}: DataTableProps<Row>): ReactNode => {
  if (rows.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table aria-label={label} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ head, figure }) => (
              <Table.Th key={head} scope="col" ta={figure ? 'right' : 'left'}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ head, cell, figure }) => (
                <Table.Td
                  key={head}
                  ta={figure ? 'right' : 'left'}
                  {...(figure && { className: 'numbers' })}
                >
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
