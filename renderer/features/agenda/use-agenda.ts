import {
  addAgendaItem,
  changeAgendaItem,
  moveAgendaItem,
  type ItemChange,
  type NewItem,
} from '@shared/domain/agenda/decide';
import type { AgendaItem } from '@shared/domain/agenda/types';
import { useAct, type ActResult } from '../../db/act';
import { useStore } from '../../db/hooks';

/** The acts on an agenda; each resolves when it is acknowledged, or with the reason why not. */
export function useAgendaActs(meeting: string, items: readonly AgendaItem[]) {
  const act = useAct();
  const store = useStore();
  const heads = (id: string, fields: readonly string[]) =>
    store.heads('agenda', meeting, id, fields);
  return {
    add: (item: Omit<NewItem, 'meeting'>): Promise<ActResult> =>
      act((context) => addAgendaItem(context, { ...item, meeting }, items)),
    change: (item: AgendaItem, change: ItemChange): Promise<ActResult> =>
      act(async (context) =>
        changeAgendaItem(context, item, change, await heads(item.id, Object.keys(change))),
      ),
    move: (item: AgendaItem, direction: -1 | 1): Promise<ActResult> =>
      act(async (context) =>
        moveAgendaItem(context, item, direction, items, await heads(item.id, ['order'])),
      ),
  };
}
