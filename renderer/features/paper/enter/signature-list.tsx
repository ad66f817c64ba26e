import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Expected } from '@shared/codecs/lists/expected';
import type { Session } from '@shared/domain/meeting/types';
import { listName } from '@shared/domain/person/rules';
import { useRefusal } from '@renderer/features/operators';
import { announce } from '../../../ui/announcer';
import { foldForFilter } from '../../../ui/fold';
import { toast } from '../../../ui/toasts';
import { useWindowedRows } from '../../../ui/use-windowed-rows';
import classes from '../paper.module.css';
import type { MeetingPeople } from '../../../db/meeting-people';
import { lineMeant, NO_JUMP, typed } from './jump';
import { SignatureRow } from './signature-row';
import { presenceIn, useSignatures } from './use-signatures';

interface Props {
  readonly model: MeetingPeople;
  readonly session: Session;
  readonly lines: readonly Expected[];
}

const PAGE_LINES = 10;

/** It is so already. */
const NOTHING_TO_DO: readonly string[] = ['already-here', 'nothing-to-undo'];

/** The lines of a sheet as they were printed; one key says what stands on each. */
export function SignatureList({ model, session, lines }: Props) {
  const { t } = useTranslation('paper');
  const refusal = useRefusal();
  const { saving, sign, takeBack } = useSignatures(model, session);
  const [active, setActive] = useState(0);
  const [jump, setJump] = useState(NO_JUMP);
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const rows = useWindowedRows(scroller, lines.length);
  const names = useMemo(() => lines.map(({ person }) => foldForFilter(listName(person))), [lines]);
  const at = Math.min(active, lines.length - 1);

  const go = (line: number) => {
    const place = Math.max(0, Math.min(line, lines.length - 1));
    setActive(place);
    rows.scrollTo(place);
  };

  const write = (line: number, what: 'sign' | 'take-back') => {
    const one = lines[line];
    if (one === undefined) return;
    const name = listName(one.person);
    const present = presenceIn(model.attendance.get(one.person.id), session);
    // While something of theirs is being written, what is drawn may not be so any more.
    const isDrawn = !saving.has(one.person.id);
    if (isDrawn && what === 'sign' && present !== null) {
      announce(t('enter.already', { name }));
      return;
    }
    if (isDrawn && what === 'take-back' && present?.source !== 'paper') {
      if (present !== null) toast(t('enter.notHere', { name }), { tone: 'warning' });
      return;
    }
    const next = lines[line + 1];
    const done = what === 'sign' ? sign(one.person.id) : takeBack(one.person.id);
    const said =
      what === 'take-back'
        ? t('enter.saidBack', { name })
        : next === undefined
          ? t('enter.saidLast', { name })
          : t('enter.saidSigned', { name, next: listName(next.person) });
    announce(said);
    void done
      .catch(() => ({ ok: false, reason: 'unavailable' }) as const)
      .then((result) => {
        if (result.ok || NOTHING_TO_DO.includes(result.reason)) return;
        toast(refusal(result) ?? t('enter.failed', { name }), { tone: 'bad' });
      });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const moves: Record<string, () => void> = {
      ' ': () => {
        write(at, 'sign');
        go(at + 1);
      },
      Enter: () => {
        write(at, 'sign');
        go(at + 1);
      },
      Backspace: () => write(at, 'take-back'),
      Delete: () => write(at, 'take-back'),
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + PAGE_LINES),
      PageUp: () => go(at - PAGE_LINES),
      Home: () => go(0),
      End: () => go(lines.length - 1),
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setJump(NO_JUMP);
      move();
      return;
    }
    if (!/^[\p{L}\p{N}]$/u.test(event.key)) return;
    event.preventDefault();
    const next = typed(jump, foldForFilter(event.key), event.timeStamp);
    setJump(next);
    const line = lineMeant(next.text, names, at);
    if (line >= 0) go(line);
  };

  return (
    <>
      <p className={classes.keys} id={`${prefix}-keys`}>
        {t('enter.keys')}
      </p>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-rowcount={lines.length}
        aria-colcount={5}
        aria-label={t('enter.list')}
        aria-describedby={`${prefix}-keys`}
        aria-activedescendant={`${prefix}-${String(at)}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.rows} style={{ blockSize: rows.height }}>
          {rows.items.map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <SignatureRow
                key={line.person.id}
                id={`${prefix}-${String(index)}`}
                line={line}
                number={index + 1}
                start={start}
                active={index === at}
                saving={saving.has(line.person.id)}
                present={presenceIn(model.attendance.get(line.person.id), session)}
                timeZone={model.meeting.timeZone}
                onChoose={() => {
                  setActive(index);
                  scroller.current?.focus();
                }}
                onSign={() => write(index, 'sign')}
                onTakeBack={() => write(index, 'take-back')}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
