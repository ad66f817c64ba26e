import type { TFunction } from 'i18next';

/** Words of one language, from `getFixedT(language, DOCUMENT_NAMESPACES)`. */
export type Words = TFunction<['documents', 'figures', 'domain']>;

/** What `Words` needs; the first is the one whose keys carry no prefix. */
export const DOCUMENT_NAMESPACES = ['documents', 'figures', 'domain'] as const;
