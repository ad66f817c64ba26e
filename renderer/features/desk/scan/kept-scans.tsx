import { ActionIcon, Button } from '@mantine/core';
import { IconCircleCheck, IconClock, IconX } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBadgeCode } from '@shared/domain/badge/code';
import { bearerOf } from '@shared/domain/badge/resolve';
import type { KeptScan } from '@shared/domain/badge/types';
import type { Meeting } from '@shared/domain/meeting/types';
import { displayName } from '@shared/domain/person/rules';
import { formatTime } from '@shared/i18n/format';
import { Permitted, useRefusal } from '@renderer/features/operators';
import { useRegisterStatus } from '@renderer/features/settings';
import { useRecord, useRecords } from '../../../db/hooks';
import { useCommands } from '../../../ui/commands';
import { Hint, Keys } from '../../../ui/key-hint';
import { announce } from '../../../ui/announcer';
import { toast } from '../../../ui/toasts';
import classes from './scan.module.css';
import type { ScanDesk, WaitingScan } from './use-scan-desk';

const DISMISS_KEYS = 'Alt+X';

interface Props {
  readonly desk: ScanDesk;
  readonly meeting: Meeting;
  /** Something was done here: the focus may go back to the box. */
  readonly onDone?: () => void;
}

/** Scans of codes that nobody knew, and what became of them. Nothing where there are none. */
export const KeptScans = memo(function KeptScans({ desk, meeting, onDone }: Props) {
  const { t } = useTranslation('scan');
  const dismiss = useDismiss(desk, meeting, onDone);
  const takeOver = useTakeOver(desk, onDone);
  const life = useRegisterStatus()?.life ?? null;
  const { waiting, settled } = desk;
  const oldest = waiting[0]?.scan;
  const next = useRef<KeptScan | undefined>(undefined);
  useEffect(() => {
    next.current = oldest;
  });
  const isAny = oldest !== undefined;
  useCommands(
    useMemo(() => {
      if (!isAny) return [];
      const run = () => next.current !== undefined && dismiss(next.current);
      const label = t('kept.dismissOldest');
      return [{ id: 'desk.dismissScan', label, group: t('kept.title'), keys: DISMISS_KEYS, run }];
    }, [isAny, dismiss, t]),
  );
  if (waiting.length + settled.length === 0) return null;
  return (
    <section className={classes.kept} aria-labelledby="kept-scans">
      <div className={classes.head}>
        <h2 id="kept-scans" className={classes.title}>
          {t('kept.title')}
        </h2>
        {isAny && <Keys keys={DISMISS_KEYS} />}
      </div>
      <ol className={classes.scans}>
        {waiting.map((one) => (
          <Waiting
            key={one.scan.id}
            {...{ one, meeting }}
            isElsewhere={life !== null && one.scan.desk !== life}
            onDismiss={dismiss}
            onTakeOver={takeOver}
          />
        ))}
        {settled.map((scan) => (
          <Settled key={scan.id} scan={scan} meeting={meeting} />
        ))}
      </ol>
    </section>
  );
});

function useDismiss(desk: ScanDesk, meeting: Meeting, onDone: (() => void) | undefined) {
  const { t, i18n } = useTranslation('scan');
  const refusal = useRefusal();
  const { dismiss, keepAgain } = desk;
  return useCallback(
    (scan: KeptScan): void => {
      onDone?.();
      const failed = (done: { reason: string }) =>
        toast(refusal(done) ?? t('kept.failed'), { tone: 'bad' });
      const undo = () => {
        onDone?.();
        void keepAgain(scan).then((done) => {
          if (!done.ok) failed(done);
        });
      };
      void dismiss(scan).then((done) => {
        const time = formatTime(scan.when, i18n.language, meeting.timeZone);
        if (!done.ok) failed(done);
        else toast(t('kept.dismissed', { time }), { action: { label: t('kept.undo'), run: undo } });
      });
    },
    [dismiss, keepAgain, meeting.timeZone, onDone, refusal, t, i18n.language],
  );
}

/** Why an arrival cannot be recorded although the badge is known. */
const PERSONAL = ['revoked', 'not-lent', 'lent-later', 'forgotten', 'not-expected'] as const;

function useTakeOver({ takeOver }: ScanDesk, onDone: (() => void) | undefined) {
  const { t } = useTranslation('scan');
  const refusal = useRefusal();
  return useCallback(
    (scan: KeptScan): void => {
      onDone?.();
      void takeOver(scan).then((done) => {
        if (done.ok) announce(t('kept.settled'));
        else {
          const why = PERSONAL.find((one) => one === done.reason);
          const words = why === undefined ? refusal(done) : t(`kept.why.${why}`);
          toast(words ?? t('kept.failed'), { tone: 'bad' });
        }
      });
    },
    [takeOver, onDone, refusal, t],
  );
}

interface WaitingProps {
  readonly one: WaitingScan;
  readonly meeting: Meeting;
  /** Another desk kept it, or this one before its register was restored. */
  readonly isElsewhere: boolean;
  readonly onDismiss: (scan: KeptScan) => void;
  readonly onTakeOver: (scan: KeptScan) => void;
}

function Waiting({ one, meeting, isElsewhere, onDismiss, onTakeOver }: WaitingProps) {
  const { t, i18n } = useTranslation('scan');
  const { scan } = one;
  const code = formatBadgeCode(scan.code);
  return (
    <li className={classes.scan}>
      <IconClock className={classes.waiting} size={18} aria-label={t('kept.waiting')} />
      <time className={classes.time} dateTime={scan.when}>
        {formatTime(scan.when, i18n.language, meeting.timeZone)}
      </time>
      <div className={classes.what}>
        <code className={classes.code}>{code}</code>
        <Why one={one} />
        {isElsewhere && one.answer.kind === 'person' && (
          <Permitted act="scan.settled">
            <Button
              className={classes.takeOver}
              size="compact-sm"
              variant="default"
              aria-label={t('kept.takeOverOne', { code })}
              onClick={() => onTakeOver(scan)}
            >
              {t('kept.takeOver')}
            </Button>
          </Permitted>
        )}
      </div>
      <Hint label={t('kept.dismiss')} position="left">
        <ActionIcon
          className={classes.dismiss}
          variant="subtle"
          color="gray"
          aria-label={t('kept.dismissOne', { code })}
          onClick={() => onDismiss(scan)}
        >
          <IconX size={18} />
        </ActionIcon>
      </Hint>
    </li>
  );
}

/** Why a scan still waits, in one line. */
function Why({ one: { scan, answer, problem } }: { readonly one: WaitingScan }) {
  const { t } = useTranslation('scan');
  const desks = useRecords('desks');
  if (answer.kind !== 'person') return <span>{t(`kept.why.${answer.kind}`)}</span>;
  if (problem !== null && problem !== 'not-waiting') return <span>{t(`kept.why.${problem}`)}</span>;
  const all = desks.state === 'ready' ? desks.value : [];
  const name = all.find(({ id }) => id === scan.desk)?.name;
  return <span>{name === undefined ? t('kept.why.known') : t('kept.why.knownAt', { name })}</span>;
}

function Settled({ scan, meeting }: { readonly scan: KeptScan; readonly meeting: Meeting }) {
  const { t, i18n } = useTranslation('scan');
  const badge = useRecord('badges', scan.badge ?? '');
  const bearer = badge.state === 'ready' && badge.value !== null ? bearerOf(badge.value) : null;
  const person = useRecord('people', bearer ?? '');
  const known = person.state === 'ready' ? person.value : null;
  return (
    <li className={classes.scan}>
      <IconCircleCheck className={classes.settled} size={18} aria-hidden />
      <time className={classes.time} dateTime={scan.when}>
        {formatTime(scan.when, i18n.language, meeting.timeZone)}
      </time>
      <div className={classes.what}>
        <bdi className={classes.name}>
          {known === null ? formatBadgeCode(scan.code) : displayName(known)}
        </bdi>
        <span>{t('kept.settled')}</span>
      </div>
    </li>
  );
}
