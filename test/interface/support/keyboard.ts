import { fireEvent } from '@testing-library/react';

/** Keys as they are pressed, one after the other, wherever the focus is; and how many they were. */
export class Keyboard {
  strokes = 0;

  async type(text: string): Promise<this> {
    for (const letter of text) {
      this.strokes += 1;
      const box = document.activeElement as HTMLInputElement;
      fireEvent.keyDown(box, { key: letter });
      fireEvent.change(box, { target: { value: box.value + letter } });
      await Promise.resolve();
    }
    return this;
  }

  async press(...keys: string[]): Promise<this> {
    for (const key of keys) {
      this.strokes += 1;
      const target = document.activeElement as HTMLElement;
      const goesOn = fireEvent.keyDown(target, { key, code: key });
      // A browser sends a form whose text field has Enter pressed in it.
      if (goesOn && key === 'Enter' && target instanceof HTMLInputElement && target.form) {
        fireEvent.submit(target.form);
      }
      await Promise.resolve();
    }
    return this;
  }
}
