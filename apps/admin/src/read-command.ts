import type { OperatorRole } from '#lib/accounts';
import { PlainProblem } from '../../plain-problem.js';

const roles: readonly OperatorRole[] = ['admin', 'billing', 'support'];

interface AddOperatorCommand {
  readonly email: string;
  readonly name: string;
  readonly role: OperatorRole;
}

/** @throws PlainProblem that says how the command is written */
export const readCommand = (words: readonly string[]): AddOperatorCommand => {
  const [verb, email, name, role = 'admin'] = words;
  const known = roles.find((one) => one === role);
  if (verb !== 'add-operator' || !email || !name || !known || words.length > 4)
    throw new PlainProblem(
      '使い方: npm run admin -- add-operator <メールアドレス> <名前> [admin|billing|support]',
      'Usage: npm run admin -- add-operator <email> <name> [admin|billing|support]',
    );
  return { email, name, role: known };
};
