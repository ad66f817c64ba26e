import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Person } from '@shared/domain/person/types';
import type { Who } from './use-who';

type Outcome<Reason extends string> =
  | { readonly ok: true; readonly person: string }
  | {
      readonly ok: false;
      readonly reason: Reason | 'name-missing' | 'not-saved';
      /** Where somebody has a nomination already: whose. */
      readonly person?: string | null;
    };

interface Wanted<Reason extends string> {
  readonly who: Who;
  /** Writes them down, in one act; `known` is `null` for somebody new. */
  readonly write: (known: Person | null) => Promise<Outcome<Reason>>;
  /** What else is missing: said, and the next field has the focus. */
  readonly missing?: Reason | null;
  /** Somebody who is known was taken; `true`: the desk answers for them, the form has nothing to do. */
  readonly onTaken?: (person: Person) => boolean;
  readonly onDone: (person: string) => void;
  readonly onCancel: () => void;
}

/**
 * A form that writes somebody down who stands at the desk: the name, the next field, Enter. Whoever
 * may be meant by the name is asked for before anything is saved; Esc goes back one step.
 */
export function useArrivalForm<Reason extends string = never>(wanted: Wanted<Reason>) {
  const { who, write, missing = null, onTaken, onDone, onCancel } = wanted;
  type Refused = Extract<Outcome<Reason>, { ok: false }>;
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const nameBox = useRef<HTMLInputElement>(null);
  /** The field after the name. */
  const nextBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (asking) list.current?.focus();
  }, [asking]);
  const goOn = () => nextBox.current?.focus();

  const save = (known: Person | null, decided: boolean) => {
    if (busy) return;
    if (known === null && who.written.full + who.written.family === '') {
      setRefused({ ok: false, reason: 'name-missing' });
      nameBox.current?.focus();
      return;
    }
    if (missing !== null) {
      setRefused({ ok: false, reason: missing });
      goOn();
      return;
    }
    if (known === null && !decided && who.namesakes.length > 0) {
      setAsking(true);
      return;
    }
    setBusy(true);
    write(known)
      .catch((): Outcome<Reason> => ({ ok: false, reason: 'not-saved' }))
      .then((outcome) => {
        setBusy(false);
        setAsking(false);
        if (outcome.ok) onDone(outcome.person);
        else setRefused(outcome);
      })
      .catch(() => undefined);
  };

  const take = (person: Person | null) => {
    if (person !== null) {
      if (onTaken?.(person) === true) return;
      who.take(person);
    }
    setRefused(null);
    if (asking) save(person, true);
    else goOn();
  };

  /** Something was typed or chosen: what was refused, or asked, may not hold any more. */
  const changed = () => {
    setRefused(null);
    setAsking(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key !== 'Escape') return;
    // A list that is open closes first; the form stays.
    const target = event.target as HTMLElement;
    const isOpen = target !== nameBox.current && target.getAttribute('aria-expanded') === 'true';
    if (isOpen) return;
    event.stopPropagation();
    if (asking) {
      setAsking(false);
      goOn();
    } else onCancel();
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    save(who.known, false);
  };

  return {
    ...{ refused, busy, changed, nextRef: nextBox },
    /** Of the form itself. */
    form: { onKeyDown, onSubmit },
    /** Of the field for the name. */
    nameField: {
      who: {
        ...who,
        change: (typed: string) => {
          changed();
          who.change(typed);
        },
      },
      ...{ nameRef: nameBox, listRef: list, asking, onTake: take, onNext: goOn },
    },
  };
}
