/** What can be exported, and as what; apart from the code that makes it, which only a worker loads. */
export const DOCUMENTS = [
  'attendance',
  'participants',
  'gate',
  'nameplates',
  'registrants',
] as const;
/** Lists that are made of names, of one meeting: only for those who organize it. */
export const NAME_LISTS = ['gate', 'nameplates', 'registrants'] as const;
export type NameList = (typeof NAME_LISTS)[number];
export const FORMATS = ['xlsx', 'csv'] as const;
export const AUDIENCES = ['outside', 'inside'] as const;

export function isNameList(document: (typeof DOCUMENTS)[number]): document is NameList {
  return NAME_LISTS.some((one) => one === document);
}
