import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Pages } from './pages.js';

/** Shared by all controllers. Libraries hand in the folders of their page templates. */
@Global()
@Module({})
export class HttpModule {
  static withPages(folders: readonly string[]): DynamicModule {
    return {
      module: HttpModule,
      providers: [
        { provide: Pages, useValue: new Pages([`${import.meta.dirname}/pages`, ...folders]) },
      ],
      exports: [Pages],
    };
  }
}
