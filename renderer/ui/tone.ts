/** A short tone for each answer, made on the spot: nothing is loaded, nothing can be missing. */

const TONES = { welcome: [880, 0.09], already: [440, 0.16], refused: [196, 0.3] } as const;
export type Tone = keyof typeof TONES;

/** The loudest that is still no shock beside somebody's ear. */
const FULL_GAIN = 0.24;
/** What an exponential ramp can end in. */
const SILENCE = 0.001;

let audio: AudioContext | null = null;

/**
 * Plays the tone of an answer. A browser that refuses sound stays silent: colour and word remain.
 *
 * @param volume 0 (silent) to 1, as it is heard: the ear takes half the strength for much more than
 *   half as loud, so strength follows the square
 */
export function playTone(kind: Tone, volume: number): void {
  const gainAt = FULL_GAIN * volume * volume;
  if (typeof AudioContext === 'undefined' || gainAt <= SILENCE) return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
  const [frequency, seconds] = TONES[kind];
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(gainAt, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(SILENCE, audio.currentTime + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + seconds);
}
