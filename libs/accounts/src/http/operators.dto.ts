import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import { operatorRoles } from '../domain/actor.js';
import type { OperatorRole } from '../domain/actor.js';
import { longestPassword } from '../domain/password.js';
import type { OperatorRow } from '../store/operator.row.js';

export class AddOperatorDto {
  @Text({ max: 254 }) email!: string;
  @Text({ max: 100 }) name!: string;
  @Choice(operatorRoles) role!: OperatorRole;
  @Text({ max: longestPassword, about: 'A first one, which the operator then changes' })
  password!: string;
}

export class ChangeOperatorRoleDto {
  @Choice(operatorRoles) role!: OperatorRole;
}

export class OperatorView {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() email!: string;
  @Choice(operatorRoles) role!: string;
  @Instant() createdAt!: string;
}

export class OperatorListView {
  @NestedList(() => OperatorView) items!: OperatorView[];
}

export const operatorView = ({ id, name, email, role, createdAt }: OperatorRow): OperatorView => ({
  id,
  name,
  email,
  role,
  createdAt: createdAt.toISOString(),
});
