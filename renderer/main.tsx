import './app/before';
import '@fontsource-variable/noto-sans/wght.css';
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import { boot } from './app/boot';

const root = document.getElementById('root');
if (root === null) throw new Error('the document has no #root');
void boot(root);
