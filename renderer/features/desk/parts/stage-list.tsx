import type { ReactNode, RefObject } from 'react';
import type { Person } from '@shared/domain/person/types';
import { displayName } from '@shared/domain/person/rules';
import { useTranslation } from 'react-i18next';
import resultsClasses from './results.module.css';
import stageClasses from './stage.module.css';

/** Somebody in a list in the middle. */
export interface StageRow {
  readonly id: string;
  /** `undefined`: nobody here knows them any more. */
  readonly person: Person | undefined;
  /** Ticked, to be acted upon. */
  readonly ticked: boolean;
  /** In already. */
  readonly isIn: boolean;
  /** For screen readers; `undefined` where nothing is chosen by pressing. */
  readonly pressed: boolean | undefined;
  readonly disabled: boolean;
  /** Beside the name, quietly. */
  readonly detail: ReactNode;
  /** At the end of the row: marks, and what else can be done. */
  readonly marks: ReactNode;
}

interface Props {
  readonly label: string;
  readonly rows: readonly StageRow[];
  /** The row that the keys mean. */
  readonly active: number;
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly onMark: (position: number) => void;
  readonly onRow: (position: number) => void;
}

/** People one below the other, to be worked through by keys, a pointer or a finger. */
export function StageList({ label, rows, active, listRef, onMark, onRow }: Props) {
  const { t } = useTranslation('desk');
  return (
    <ul ref={listRef} className={stageClasses.stageList} aria-label={label}>
      {rows.map(({ id, person, ticked, isIn, pressed, disabled, detail, marks }, position) => (
        <li
          key={id}
          className={stageClasses.stageRow}
          data-active={position === active}
          onMouseMove={() => onMark(position)}
        >
          <button
            type="button"
            className={stageClasses.stageMain}
            aria-pressed={pressed}
            disabled={disabled}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onRow(position)}
          >
            <span className={stageClasses.check} data-on={ticked} data-in={isIn} />
            <span className={resultsClasses.resultName}>
              <bdi>{person === undefined ? t('unknownPerson') : displayName(person)}</bdi>
            </span>
            {detail}
          </button>
          {marks}
        </li>
      ))}
    </ul>
  );
}
