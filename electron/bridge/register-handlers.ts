import type { Handlers, Host } from './host';

export const registerHandlers = ({ register }: Host): Handlers<'register'> => ({
  'register.status': () => register.status(),
  'register.commit': ({ drafts }) => register.commitChecked(drafts),
  'register.read': ({ after, limit }) => register.read(after, limit),
  'register.history': ({ record }) => register.history(record),
  'register.journal': ({ filter, before, limit }) => register.journal(filter, before, limit),
  'register.verify': () => register.verify(),
  'register.erasure': ({ persons }) => register.erasure(persons),
});
