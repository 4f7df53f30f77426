import { Text } from '#platform/http';
import { paymentsErrors } from '../payments.errors.js';

/** A file in a JSON body. */
export class FileContentDto {
  @Text({ max: 200, example: 'nyukin-20260731.txt' }) fileName!: string;
  @Text({ max: 1_900_000, about: 'The bytes in Base64', example: 'MQ==' }) content!: string;
}

/** @throws BusinessError payments.bad-file */
export const bytesOf = ({ content }: FileContentDto): Uint8Array => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content) || content.length % 4 !== 0)
    throw paymentsErrors.badContent({ field: 'content' });
  return Uint8Array.from(Buffer.from(content, 'base64'));
};
