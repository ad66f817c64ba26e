import type { ChannelName } from '@shared/contract/contract';

/**
 * Which channels answer while the desk is locked, because they need nothing that is protected and
 * give nothing of it away. A new channel has to be decided on here.
 */
export const ANSWERS_LOCKED: Readonly<Record<ChannelName, boolean>> = {
  'app.hello': true,
  'app.openWindow': true,
  'app.clearStorage': true,
  'settings.read': true,
  'settings.write': false,
  'register.status': false,
  'register.commit': false,
  'register.read': false,
  'register.history': false,
  'register.journal': false,
  'register.verify': false,
  'register.erasure': false,
  'blobs.put': false,
  'blobs.get': false,
  'blobs.discard': false,
  'files.choose': false,
  'files.read': false,
  'files.save': false,
  'print.pdf': false,
  'protection.status': true,
  'protection.page': false,
  'protection.prepare': false,
  'protection.setUp': false,
  'protection.unlock': true,
  'protection.lock': true,
  'protection.changePassphrase': false,
  'protection.renewRecovery': false,
  'protection.useKeyStore': false,
  'operators.signIn': false,
  'operators.setPin': false,
  'texts.keep': false,
  'texts.kept': false,
  'texts.drop': false,
};
