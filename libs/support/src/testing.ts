import { contractsParts } from '#lib/contracts/testing';
import { SupportModule } from './support.module.js';
import { SupportHttpModule } from './http.js';

/** What `startApp` needs for support and everything below; spread it and add your own. */
export const supportParts: typeof contractsParts = {
  ...contractsParts,
  modules: [...contractsParts.modules, SupportModule, SupportHttpModule],
};
