import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGN_IN_ORDERS, type SignInOrder } from '@shared/codecs/sign-in/order';
import type { Session } from '@shared/domain/meeting/types';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '@shared/i18n/languages';
import { formatDay, formatNumber, formatTime } from '@shared/i18n/format';
import { Field, FieldGrid, Wide } from '../../ui/field';
import { Section } from '../../ui/page';
import classes from './paper.module.css';
import type { MeetingPeople } from '../../db/meeting-people';
import { useSaveSheets } from './use-save-sheets';

interface Props {
  readonly model: MeetingPeople;
  readonly order: SignInOrder;
  readonly onOrder: (order: SignInOrder) => void;
  /** Names and their order are those of this language. */
  readonly language: InterfaceLanguage;
  readonly onLanguage: (language: InterfaceLanguage) => void;
  /** Lines on each sheet. */
  readonly count: number;
}

const LANGUAGES = (Object.keys(INTERFACE_LANGUAGES) as InterfaceLanguage[]).map((value) => ({
  value,
  label: INTERFACE_LANGUAGES[value],
}));

/** Which sheets, in which order and language; and the file. */
export function PrintSection(props: Props) {
  const { model, order, onOrder, language, onLanguage, count } = props;
  const { t, i18n } = useTranslation('paper');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { busy, save } = useSaveSheets(model);
  const sessions = model.sessions.filter(({ id }) => !left.has(id));
  const toggle = ({ id }: Session) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Section
      title={t('print.title')}
      aside={
        <span className={classes.quiet}>
          {t('print.lines', { count, number: formatNumber(count, i18n.language) })}
        </span>
      }
    >
      <FieldGrid>
        <Field label={t('order.label')}>
          <SegmentedControl
            value={order}
            onChange={(value) => onOrder(value)}
            data={SIGN_IN_ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          />
        </Field>
        <Field label={t('print.language')}>
          <SegmentedControl value={language} onChange={onLanguage} data={LANGUAGES} />
        </Field>
        <Wide>
          <Field label={t('print.sessions')} hint={t('print.sessionsHint')}>
            <div className={classes.sessions}>
              {model.sessions.map((session) => (
                <Checkbox
                  key={session.id}
                  label={<SessionLabel session={session} timeZone={model.meeting.timeZone} />}
                  checked={!left.has(session.id)}
                  onChange={() => toggle(session)}
                />
              ))}
            </div>
          </Field>
        </Wide>
      </FieldGrid>
      <Group mt="md">
        <Button
          leftSection={<IconFileTypePdf size={18} stroke={1.6} aria-hidden />}
          disabled={sessions.length === 0}
          loading={busy}
          onClick={() => void save({ order, sessions, language })}
        >
          {t('print.action')}
        </Button>
        {busy && (
          <span className={classes.quiet} role="status">
            {t('print.working')}
          </span>
        )}
      </Group>
    </Section>
  );
}

interface SessionLabelProps {
  readonly session: Session;
  readonly timeZone: string;
}

/** "Day 1, morning · 12 Sept · 09:00–12:30". */
export function SessionLabel({ session, timeZone }: SessionLabelProps) {
  const { i18n } = useTranslation();
  const hours = [session.start, session.end]
    .map((instant) => formatTime(instant, i18n.language, timeZone))
    .join('–');
  return (
    <>
      {session.name}{' '}
      <span className={classes.quiet}>
        {formatDay(session.date, i18n.language, 'medium')} · {hours}
      </span>
    </>
  );
}
