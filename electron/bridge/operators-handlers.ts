import type { Handlers, Host } from './host';

export const operatorsHandlers = ({ operators }: Host): Handlers<'operators'> => ({
  'operators.signIn': (request) => operators.signIn(request),
  'operators.setPin': (request) => operators.setPin(request),
});
