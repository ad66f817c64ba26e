export { useFileWords } from './file-words';
export { useOpenFile, type OpenedFile } from './open-file';
