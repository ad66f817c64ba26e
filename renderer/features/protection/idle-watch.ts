/** Windows of one desk tell one another on this channel that somebody is there. */
const CHANNEL = 'rostrum-activity';
/** They tell at most this often. */
const TELL_MS = 5000;
/** The host did not lock: it is asked again after this time. */
const RETRY_MS = 10_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `lock` once when no window of this desk has been touched for `limitMs`; again only when it
 * answers `false`. Goes by the wall clock: a computer that slept that long wakes up locked, and the
 * touch that woke it counts for nothing. Returns the way to stop.
 */
export function watchIdle(limitMs: number, lock: () => Promise<boolean>): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let touched = Date.now();
  let told = touched;
  let timer = 0;
  let locking = false;
  let stopped = false;
  let place = '';

  const arm = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(check, ms);
  };
  /** Browsers tell of a move also when the page moved under a mouse that lies still. */
  const moved = (event: Event): boolean => {
    const now = event instanceof MouseEvent ? `${event.screenX} ${event.screenY}` : '';
    const same = now === place;
    place = now;
    return !same;
  };
  const left = () => touched + limitMs - Date.now();
  const check = () => {
    if (left() > 0) arm(left());
    else void fire();
  };
  const fire = async () => {
    if (locking) return;
    locking = true;
    if ((await lock()) || stopped) return;
    locking = false;
    arm(RETRY_MS);
  };
  const onSign = (event: Event) => {
    if (locking || (event.type === 'pointermove' && !moved(event))) return;
    if (left() <= 0) {
      void fire();
      return;
    }
    touched = Date.now();
    if (touched - told < TELL_MS) return;
    told = touched;
    channel.postMessage(null);
  };
  channel.onmessage = () => {
    touched = Date.now();
  };

  const options = { capture: true, passive: true };
  for (const sign of SIGNS) window.addEventListener(sign, onSign, options);
  arm(limitMs);
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, onSign, options);
    channel.close();
  };
}
