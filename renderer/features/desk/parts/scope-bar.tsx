import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconClock, IconPinFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { formatDay, formatTime } from '@shared/i18n/format';
import { Keys } from '../../../ui/key-hint';
import { ariaKeys } from '../../../ui/keys';
import type { RecordedChoice } from '../acts/use-recorded';
import classes from '../desk.module.css';

export const PIN_KEYS = 'Alt+T';

interface Props {
  readonly meeting: Meeting;
  readonly choice: RecordedChoice;
  /** The box takes the focus back when something was chosen. */
  readonly onDone: () => void;
}

/** Which session, day or registration is recorded, whether that is the clock's choice, and another. */
export const ScopeBar = memo(function ScopeBar({ meeting, choice, onDone }: Props) {
  const { t, i18n } = useTranslation('desk');
  const { recorded, sessions, session, byClock, byHand, day } = choice;
  const { language } = i18n;
  const dayName = day === null ? '' : formatDay(day, language, 'short');
  const name = (() => {
    switch (recorded.kind) {
      case 'session':
        return recorded.session.name;
      case 'day':
        return t('scope.day', { day: dayName });
      case 'reception':
        return t('scope.reception');
    }
  })();
  const other =
    byHand && byClock !== null && recorded.kind === 'session' && byClock.id !== recorded.session.id;
  const hours = (one: { readonly start: string; readonly end: string }) =>
    [one.start, one.end].map((at) => formatTime(at, language, meeting.timeZone)).join('–');
  return (
    <div className={classes.scope} role="group" aria-label={t('scope.label')}>
      <Menu position="bottom-start" width={320} shadow="md" onClose={onDone} returnFocus={false}>
        <Menu.Target>
          <Button
            className={classes.touch}
            variant="default"
            leftSection={
              byHand ? <IconPinFilled size={18} aria-hidden /> : <IconClock size={18} aria-hidden />
            }
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            <span className={classes.quiet}>{t('scope.recording')}</span>{' '}
            <span className={classes.scopeName}>{name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sessions.map((one) => (
            <Menu.Item
              key={one.id}
              aria-current={recorded.kind === 'session' && recorded.session.id === one.id}
              rightSection={
                <span className={classes.quiet}>
                  {formatDay(one.date, language, 'short')} · {hours(one)}
                </span>
              }
              onClick={() => choice.pin(one.id)}
            >
              {one.name}
            </Menu.Item>
          ))}
          {sessions.length > 0 && <Menu.Divider />}
          {day !== null && (
            <Menu.Item aria-current={recorded.kind === 'day'} onClick={choice.wholeDay}>
              {t('scope.wholeDay', { day: dayName })}
            </Menu.Item>
          )}
          <Menu.Item aria-current={recorded.kind === 'reception'} onClick={choice.receptionOnly}>
            {t('scope.receptionOnly')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {byHand ? (
        <Button
          className={classes.touch}
          variant="subtle"
          leftSection={<IconClock size={18} aria-hidden />}
          rightSection={<Keys keys={PIN_KEYS} />}
          aria-keyshortcuts={ariaKeys(PIN_KEYS)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={choice.followClock}
        >
          {t('scope.followClock')}
        </Button>
      ) : (
        <span className={classes.quiet}>
          {t(session === null ? 'scope.noSession' : 'scope.byClock')}
        </span>
      )}
      {other && (
        <span className={classes.scopeWarning}>
          {t('scope.clockSays', { session: byClock.name })}
        </span>
      )}
    </div>
  );
});
