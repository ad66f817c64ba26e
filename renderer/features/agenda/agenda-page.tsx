import { IconListNumbers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { numbered } from '@shared/domain/agenda/rules';
import { inOrder } from '@shared/domain/meeting/rules';
import { useRefusal } from '@renderer/features/operators';
import { together, useRecords } from '../../db/hooks';
import { Page, PageHeader, Section } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { toast } from '../../ui/toasts';
import classes from './agenda.module.css';
import { AddItem } from './parts/add-item';
import { AgendaRow } from './parts/agenda-row';
import { useAgendaActs } from './use-agenda';
import type { AgendaItem } from '@shared/domain/agenda/types';
import type { Session } from '@shared/domain/meeting/types';
import type { ActResult } from '../../db/act';

/** The agenda of the meeting in the address. */
export function AgendaPage() {
  const { meeting = '' } = useParams();
  const items = useRecords('agenda', meeting);
  const sessions = useRecords('sessions', meeting);
  return (
    <Loaded of={together({ items, sessions })}>
      {(value) => (
        <Agenda key={meeting} meeting={meeting} items={value.items} sessions={value.sessions} />
      )}
    </Loaded>
  );
}

interface AgendaProps {
  readonly meeting: string;
  readonly items: readonly AgendaItem[];
  readonly sessions: readonly Session[];
}

function Agenda({ meeting, items, sessions }: AgendaProps) {
  const { t } = useTranslation('agenda');
  const refusal = useRefusal();
  const acts = useAgendaActs(meeting, items);
  const list = useMemo(() => numbered(items), [items]);
  const ordered = useMemo(() => inOrder(sessions), [sessions]);
  const minutes = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  const report = (done: Promise<ActResult>) => {
    void done.then((result) => {
      if (result.ok || result.reason === 'at-the-end') return;
      toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
    });
  };
  const remove = (item: AgendaItem) => {
    report(acts.change(item, { removed: true }));
    const run = () => report(acts.change(item, { removed: false }));
    toast(t('removed', { title: item.title }), { action: { label: t('undo'), run } });
  };
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('subtitle', { count: items.length, minutes })} />
      <Section>
        {list.length === 0 ? (
          <Empty icon={<IconListNumbers size={28} stroke={1.5} />} title={t('empty')}>
            {t('emptyHint')}
          </Empty>
        ) : (
          <ol className={classes.list} aria-label={t('title')}>
            {list.map((entry) => (
              <AgendaRow
                key={entry.item.id}
                entry={entry}
                sessions={ordered}
                onChange={(change) => report(acts.change(entry.item, change))}
                onRemove={() => remove(entry.item)}
                onMove={(direction) => report(acts.move(entry.item, direction))}
              />
            ))}
          </ol>
        )}
        <AddItem entries={list} sessions={ordered} onAdd={acts.add} />
      </Section>
    </Page>
  );
}
