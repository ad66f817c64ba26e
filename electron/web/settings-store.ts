import Conf from 'conf';
import type { OpenStore } from '../settings/document';

/** `conf` over a settings file: what electron-store is under Electron. */
export const openConf: OpenStore = ({ cwd, name }) =>
  new Conf({ cwd, configName: name, configFileMode: 0o600 });
