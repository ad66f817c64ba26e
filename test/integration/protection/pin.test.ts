import { describe, expect, it } from 'vitest';
import { pinVerifierSchema } from '@shared/domain/operator/types';
import { checkPin, makePinVerifier } from '@electron/protection/pin';

describe('a PIN', () => {
  it('is known again by its verifier, and no other is', async () => {
    const verifier = await makePinVerifier('2580', 16);
    expect(pinVerifierSchema.parse(verifier)).toEqual(verifier);
    expect(await checkPin('2580', verifier)).toBe(true);
    for (const other of ['', '2581', '25800', '0852', ' 2580']) {
      expect(await checkPin(other, verifier), other).toBe(false);
    }
  });

  it('has another verifier every time', async () => {
    const [one, two] = [await makePinVerifier('2580', 16), await makePinVerifier('2580', 16)];
    expect(one.salt).not.toBe(two.salt);
    expect(one.hash).not.toBe(two.hash);
  });

  it('costs 2^15 rounds when nothing else is said', async () => {
    const from = performance.now();
    const verifier = await makePinVerifier('2580');
    console.info(`one PIN at its real cost: ${Math.round(performance.now() - from)} ms`);
    expect(verifier.cost).toBe(2 ** 15);
    expect(await checkPin('2580', verifier)).toBe(true);
    expect(await checkPin('2581', verifier)).toBe(false);
  });

  it.each([
    ['more than any desk computes', { cost: 2 ** 30 }],
    ['no power of two', { cost: 17 }],
    ['nothing', { cost: 1 }],
    ['a short hash', { hash: 'ab' }],
    ['another salt', { salt: '00'.repeat(16) }],
  ])('opens nothing with a verifier that says %s', async (_, altered) => {
    const verifier = { ...(await makePinVerifier('2580', 16)), ...altered };
    expect(await checkPin('2580', verifier)).toBe(false);
  });
});
