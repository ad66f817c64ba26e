import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/client';
import { toast } from '../../ui/toasts';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Bytes of a file that the user chose in the shell's dialog or dropped on the page. What cannot be
 * read is told; nothing chosen is nothing done.
 */
export function useOpenFile(accept: readonly string[], onFile: (file: OpenedFile) => void) {
  const { t } = useTranslation('files');
  const failed = (name: string) => toast(t('unreadable', { name }), { tone: 'bad' });

  const choose = async (): Promise<void> => {
    const { files } = await bridge.files.choose({ accept: [...accept], multiple: false });
    const [chosen] = files;
    if (chosen === undefined) return;
    const file = await bridge.files.read({ token: chosen.token });
    if (file.ok) onFile({ name: file.name, bytes: file.bytes });
    else failed(chosen.name);
  };

  return {
    choose: (): void => {
      choose().catch(() => failed(''));
    },
    drop: (files: readonly File[]): void => {
      const [file] = files;
      if (file === undefined) return;
      file.arrayBuffer().then(
        (buffer) => onFile({ name: file.name, bytes: new Uint8Array(buffer) }),
        () => failed(file.name),
      );
    },
  };
}
