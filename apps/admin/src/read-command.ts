import type { OperatorRole } from '#lib/accounts';
import { PlainProblem } from '../../plain-problem.js';

const roles: readonly OperatorRole[] = ['admin', 'billing', 'support'];

interface VerifyAuditCommand {
  readonly verb: 'verify-audit';
  /** A head of the chain that was written down before. */
  readonly anchor?: string;
}

interface AddOperatorCommand {
  readonly verb: 'add-operator';
  readonly email: string;
  readonly name: string;
  readonly role: OperatorRole;
}

/** @throws PlainProblem that says how the command is written */
export const readCommand = (words: readonly string[]): AddOperatorCommand | VerifyAuditCommand => {
  const [verb, email, name, role = 'admin'] = words;
  if (verb === 'verify-audit' && words.length <= 2)
    return { verb, ...(email && { anchor: email }) };
  const known = roles.find((one) => one === role);
  if (verb !== 'add-operator' || !email || !name || !known || words.length > 4)
    throw new PlainProblem(
      '使い方: npm run admin -- add-operator <メールアドレス> <名前> [admin|billing|support]\n        npm run audit:verify [-- <控えた封印>]',
      'Usage: npm run admin -- add-operator <email> <name> [admin|billing|support]\n       npm run audit:verify [-- <seal written down>]',
    );
  return { verb, email, name, role: known };
};
