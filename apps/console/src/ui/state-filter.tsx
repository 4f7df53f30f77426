import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

type States<State> = readonly [State, ...State[]];

/** The state a list is narrowed to, kept in the address so that a link leads back to it; the first unless chosen. */
export const useStateInAddress = <State extends string>(states: States<State>): State => {
  const [search] = useSearchParams();
  return states.find((known) => known === search.get('state')) ?? states[0];
};

/** Lets people choose what `useStateInAddress` tells. */
export const StateFilter = <State extends string>({
  label,
  states,
  nameOf,
}: {
  label: string;
  states: States<State>;
  nameOf: (state: State) => string;
}): ReactNode => {
  const [, setSearch] = useSearchParams();
  return (
    <SegmentedControl
      aria-label={label}
      value={useStateInAddress(states)}
      data={states.map((value) => ({ value, label: nameOf(value) }))}
      onChange={(state) => {
        setSearch({ state }, { replace: true });
      }}
      style={{ flexWrap: 'wrap', alignSelf: 'flex-start' }}
    />
  );
};
