import type { ReactNode } from 'react';

export const Component = (): ReactNode => null;
