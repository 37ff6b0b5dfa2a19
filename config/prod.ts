// Settings of the builds that are shipped.
import type { UserConfigExport } from '@tarojs/cli';

export default {
  logger: { quiet: true, stats: false },
  h5: { enableSourceMap: false },
} satisfies UserConfigExport;
