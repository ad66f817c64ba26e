import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Expected } from '@shared/codecs/lists/expected';
import { sessionAt } from '@shared/domain/meeting/rules';
import type { Session } from '@shared/domain/meeting/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import classes from '../paper.module.css';
import type { MeetingPeople } from '../../../db/meeting-people';
import { SignatureList } from './signature-list';
import { presenceIn } from './use-signatures';

interface Props {
  readonly model: MeetingPeople;
  readonly lines: readonly Expected[];
}

const OVER = ['closed', 'archived'];

/** The sheets come back: who signed, one key a line. */
export function EnterSection({ model, lines }: Props) {
  const { t, i18n } = useTranslation('paper');
  const [chosen, setChosen] = useState<string | null>(null);
  const session = useMemo(
    () => model.sessions.find(({ id }) => id === chosen) ?? sheetNow(model.sessions),
    [model.sessions, chosen],
  );
  const { signed, paper } = useMemo(() => {
    const found = lines.flatMap(({ person }) =>
      session === null ? [] : (presenceIn(model.attendance.get(person.id), session) ?? []),
    );
    return { signed: found.length, paper: found.filter((one) => one.source === 'paper').length };
  }, [lines, model.attendance, session]);
  if (session === null) return null;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <Section
      title={t('enter.title')}
      aside={
        <span className={classes.counts}>
          <strong>{t('enter.count', { signed: number(signed), all: number(lines.length) })}</strong>
          <Tag>{t('enter.paper', { count: paper, number: number(paper) })}</Tag>
        </span>
      }
    >
      <Select
        className={classes.session}
        label={t('enter.session')}
        allowDeselect={false}
        value={session.id}
        onChange={setChosen}
        data={model.sessions.map(({ id, name, date }) => ({
          value: id,
          label: `${name} · ${formatDay(date, i18n.language, 'medium')}`,
        }))}
      />
      {OVER.includes(model.meeting.state) && <p className={classes.quiet}>{t('enter.closed')}</p>}
      <SignatureList key={session.id} model={model} session={session} lines={lines} />
    </Section>
  );
}

/** The session whose sheet comes back now: the one that sits, else the last that has ended. */
function sheetNow(sessions: readonly Session[]): Session | null {
  return sessionAt(sessions, new Date().toISOString()) ?? sessions[0] ?? null;
}
