import { build } from '../../../scripts/build.mjs';

/** The tests see what is in the sources, not what was built some time ago. */
export default async function globalSetup(): Promise<void> {
  await build();
}
