import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/client';
import { toast } from '../../ui/toasts';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Bytes of files that the user chose in the shell's dialog or dropped on the page: one, unless
 * `multiple`; then `onFile` is called for each, in their order. What cannot be read is told; nothing
 * chosen is nothing done.
 */
export function useOpenFile(
  accept: readonly string[],
  onFile: (file: OpenedFile) => void,
  { multiple = false }: { readonly multiple?: boolean } = {},
) {
  const { t } = useTranslation('files');
  const failed = (name: string) => toast(t('unreadable', { name }), { tone: 'bad' });

  const choose = async (): Promise<void> => {
    const { files } = await bridge.files.choose({ accept: [...accept], multiple });
    for (const chosen of multiple ? files : files.slice(0, 1)) {
      const file = await bridge.files.read({ token: chosen.token });
      if (file.ok) onFile({ name: file.name, bytes: file.bytes });
      else failed(chosen.name);
    }
  };

  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const buffer = await file.arrayBuffer().catch(() => null);
      if (buffer === null) failed(file.name);
      else onFile({ name: file.name, bytes: new Uint8Array(buffer) });
    }
  };

  return {
    choose: (): void => {
      choose().catch(() => failed(''));
    },
    drop: (files: readonly File[]): void => {
      take(multiple ? files : files.slice(0, 1)).catch(() => failed(''));
    },
  };
}
