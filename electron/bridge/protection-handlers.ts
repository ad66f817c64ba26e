import type { Handlers, Host } from './host';

export const protectionHandlers = ({ protection, operators }: Host): Handlers<'protection'> => ({
  'protection.status': () => protection.status(),
  'protection.page': () => protection.page(),
  'protection.prepare': () => protection.prepare(),
  'protection.setUp': (request) => protection.setUp(request),
  'protection.unlock': async (request) => {
    const answer = await protection.unlock(request);
    // Whoever proved to be an operator is the one who acts from now on.
    if (answer.ok && request.way.kind === 'pin') operators.arrived(request.way.operator);
    return answer;
  },
  'protection.lock': () => protection.lock(),
  'protection.changePassphrase': (request) => protection.changePassphrase(request),
  'protection.renewRecovery': (request) => protection.renewRecovery(request),
  'protection.useKeyStore': (request) => protection.useKeyStore(request),
});
