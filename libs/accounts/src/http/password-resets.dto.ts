import { Text } from '#platform/http';
import { longestPassword } from '../domain/password.js';

export class RequestPasswordResetDto {
  @Text({ max: 254 }) email!: string;
}

/** The form of the page. */
export class NewPasswordDto {
  @Text({ max: longestPassword, about: 'At least 10 characters' }) password!: string;
}

export class ResetPasswordDto extends NewPasswordDto {
  @Text({ max: 100, about: 'From the link in the mail' }) token!: string;
}
