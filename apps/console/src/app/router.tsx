import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { LoadingLines } from '../ui/states.js';
import { AreaGate } from './area-gate.js';
import type { Area } from './feature.js';
import { featuresOf } from './features.js';
import { NotFound } from './not-found.js';
import { RouteFailure } from './route-failure.js';
import { OpenFrame } from './shell/open-frame.js';
import { Shell } from './shell/shell.js';

const pagesOf = (area: Area): RouteObject[] =>
  featuresOf(area).flatMap(({ routes }) => [...routes]);

/** Failures show inside the frame, so that people can still go elsewhere. */
const framed = (area: Area): RouteObject[] => [
  {
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <LoadingLines />,
    children: [...pagesOf(area), { path: '*', element: <NotFound /> }],
  },
];

const gated = (area: 'tenant' | 'operator', path: string): RouteObject => ({
  path,
  element: (
    <AreaGate area={area}>
      <Shell area={area} />
    </AreaGate>
  ),
  errorElement: <RouteFailure />,
  children: framed(area),
});

export const router = createBrowserRouter(
  [
    { element: <OpenFrame />, errorElement: <RouteFailure />, children: pagesOf('open') },
    gated('operator', '/operator'),
    gated('tenant', '/'),
  ],
  { basename: '/console' },
);
