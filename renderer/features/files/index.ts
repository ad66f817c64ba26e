export { useFileWords } from './file-words';
export { useOpenFile, type OpenedFile } from './open-file';
export { saveFile, savePdf, tellSaved, type PdfSaved } from './save-file';
