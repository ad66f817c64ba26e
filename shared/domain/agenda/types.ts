import { z } from 'zod';

export const agendaStateSchema = z.enum([
  'not-opened',
  'under-discussion',
  'concluded',
  'deferred',
]);
export type AgendaState = z.infer<typeof agendaStateSchema>;

export const agendaFields = z.object({
  parent: z.uuid().nullable(),
  /** Fractional index among its siblings; ties by id. */
  order: z.string().min(1).max(200),
  title: z.string().min(1).max(500),
  session: z.uuid().nullable(),
  /** Planned duration in minutes. */
  minutes: z.int().min(0).max(6000).nullable(),
  /** Document symbols as written (E/CN.7/2024/1). */
  symbols: z.array(z.string().max(60)),
  state: agendaStateSchema,
});
export type AgendaFields = z.infer<typeof agendaFields>;
export interface AgendaItem extends AgendaFields {
  readonly id: string;
  readonly meeting: string;
}
export const AGENDA_DEFAULTS: AgendaFields = {
  parent: null,
  order: 'a0',
  title: '',
  session: null,
  minutes: null,
  symbols: [],
  state: 'not-opened',
};
