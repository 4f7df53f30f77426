import type { ReactNode } from 'react';
import { SignInForm } from './sign-in-form.js';

export const Component = (): ReactNode => <SignInForm kind="member" />;
