import { Flag, Text } from '#platform/http';

export class AddSendingDomainDto {
  @Text({ max: 253, example: 'example.jp', about: 'What stands after the @ of the From address' })
  domain!: string;
  @Flag({ optional: true, about: 'Also sign with Ed25519, which few receivers check so far' })
  ed25519?: boolean;
}

export class RotateKeysDto {
  @Flag({ optional: true, about: 'Put an Ed25519 key beside the RSA key if there is none' })
  ed25519?: boolean;
}
