/** What can be exported, and as what; apart from the code that makes it, which only a worker loads. */
export const DOCUMENTS = ['attendance', 'participants'] as const;
export const FORMATS = ['xlsx', 'csv'] as const;
export const AUDIENCES = ['outside', 'inside'] as const;
