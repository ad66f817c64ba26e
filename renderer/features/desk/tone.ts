/** A short tone for each answer, made on the spot: nothing is loaded, nothing can be missing. */

const TONES = { welcome: [880, 0.09], already: [440, 0.16], refused: [196, 0.3] } as const;

let audio: AudioContext | null = null;

/** Plays the tone of an answer. A browser that refuses sound stays silent: colour and word remain. */
export function playTone(kind: keyof typeof TONES): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
  const [frequency, seconds] = TONES[kind];
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.12, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + seconds);
}
