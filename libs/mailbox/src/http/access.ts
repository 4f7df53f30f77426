import { SetMetadata } from '@nestjs/common';

/**
 * Opens the routes to anybody, in the words of the guard that closes all others. That guard stands in a library
 * above this one, hence its key is repeated here.
 */
export const OpenToAnybody = (): ClassDecorator => SetMetadata('hikyaku:access', { for: 'public' });
