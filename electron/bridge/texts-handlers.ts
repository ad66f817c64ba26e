import type { Handlers, Host } from './host';

export const textsHandlers = ({ texts }: Host): Handlers<'texts'> => ({
  'texts.keep': (request) => {
    texts.keep(request.texts);
    return {};
  },
  'texts.kept': () => ({ texts: texts.kept() }),
  'texts.drop': () => {
    texts.drop();
    return {};
  },
});
