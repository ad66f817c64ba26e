import { useTranslation } from 'react-i18next';
import { labelsOf, type Sheet } from '@shared/codecs/badges/sheets';
import { Field } from '../../../ui/field';
import classes from '../badges.module.css';

interface Props {
  readonly sheet: Sheet;
  readonly value: number;
  readonly onChange: (startAt: number) => void;
}

/** The sheet in small: the first label that is still free on it. */
export function StartField({ sheet, value, onChange }: Props) {
  const { t } = useTranslation('badges');
  const { page, columns } = sheet;
  return (
    <Field label={t('setup.start')} hint={t('setup.startHint')}>
      <div
        className={classes.sheet}
        style={{
          aspectRatio: `${page.width} / ${page.height}`,
          gridTemplateColumns: `repeat(${columns}, 1fr)`,
        }}
      >
        {Array.from({ length: labelsOf(sheet) }, (_, at) => (
          <button
            key={at}
            type="button"
            className={classes.place}
            data-used={at < value || undefined}
            aria-pressed={at === value}
            aria-label={t('setup.place', { number: at + 1 })}
            onClick={() => onChange(at)}
          >
            {at + 1}
          </button>
        ))}
      </div>
    </Field>
  );
}
