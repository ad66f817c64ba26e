import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BadgeContent } from '@shared/codecs/badges/content';
import { isFolded } from '@shared/codecs/badges/sheets';
import { Loading } from '../../../ui/states';
import classes from '../badges.module.css';
import { composeOne, type ComposedOne } from '../compose';
import { readLogo } from '../logo/read';
import type { Setup } from '../setup';

interface Props {
  readonly content: BadgeContent;
  readonly logo: string | null;
  readonly setup: Setup;
  /** Whose it is, for who does not see it. */
  readonly label: string;
}

type Shown =
  | { readonly state: 'drawing' }
  | { readonly state: 'failed' }
  | ({ readonly state: 'drawn' } & ComposedOne);

/** A badge as it will be printed: the same drawing, with the same fonts, smaller or larger. */
export function Preview({ content, logo, setup, label }: Props) {
  const { t } = useTranslation('badges');
  const [shown, setShown] = useState<Shown>({ state: 'drawing' });
  const { template, sheet } = setup;
  useEffect(() => {
    let gone = false;
    readLogo(logo)
      .then((picture) => composeOne({ template, sheet, content, logo: picture }))
      .then(
        (one) => {
          if (!gone) setShown({ state: 'drawn', ...one });
        },
        () => {
          if (!gone) setShown({ state: 'failed' });
        },
      );
    return () => {
      gone = true;
    };
  }, [template, sheet, content, logo]);
  const notes =
    shown.state !== 'drawn'
      ? []
      : [
          ...shown.shortened.map((text) => t('preview.shortened', { text })),
          ...(shown.missing.length > 0
            ? [t('preview.missing', { letters: shown.missing.slice(0, 10).join(' ') })]
            : []),
          ...(isFolded(template, sheet.label) ? [t('preview.folded')] : []),
        ];
  return (
    <figure className={classes.preview}>
      {shown.state === 'drawing' && <Loading />}
      {shown.state === 'failed' && <p className={classes.note}>{t('preview.failed')}</p>}
      {shown.state === 'drawn' && <Drawing svg={shown.svg} label={label} />}
      {notes.length > 0 && (
        <figcaption className={classes.notes}>
          {notes.map((note) => (
            <p key={note} className={classes.note}>
              {note}
            </p>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

/** Markup of our own making, read as a drawing: it has no styles and no scripts to run. */
function Drawing({ svg, label }: { readonly svg: string; readonly label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    documentElement.setAttribute('aria-hidden', 'true');
    place.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={place} className={classes.paper} role="img" aria-label={label} />;
}
