// Taro's build of the app for WeChat (weapp) and for the browser preview (h5).
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';
import manifest from '../package.json';
import release from '../release.json';
import development from './dev';
import production from './prod';

const root = path.resolve(__dirname, '..');
const platform = process.env['TARO_ENV'] === 'h5' ? 'h5' : 'weapp';

/**
 * Taro leaves node_modules and code outside its source root as they are; these need phones' ES5.
 * Bare names fail in webpack and RegExps fail Taro's check of the configuration; webpack compares
 * real paths, also where node_modules is a link.
 */
const compiledToo = [
  path.join(root, 'src/domain'),
  ...['@tanstack', 'zustand', 'qrcode-generator', 'leaflet', 'dayjs'].map((name) =>
    realpathSync(path.join(root, 'node_modules', name)),
  ),
];

/** Where pictures of merchants come from on WeChat, which has no origin of its own. */
const assetOrigin = process.env['ASSET_ORIGIN'] ?? 'https://static.zhongdian.example';
/** The cloud environment; DevTools takes its selected one while this is empty. */
const cloudEnvironment = process.env['CLOUD_ENV'] ?? '';
/** The address in shops' codes, whose rule in WeChat opens the app: codePage of release.json. */
const codePage = release.codePage === '' ? 'https://pay.zhongdian.example/s' : release.codePage;

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' },
} as const;

export default defineConfig((merge, { mode }) => {
  const base: UserConfigExport = {
    projectName: 'zhongdian-life-circle',
    date: '2025-01-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'miniprogram',
    // OUTPUT_ROOT builds elsewhere, beside a preview that is being looked at.
    outputRoot: process.env['OUTPUT_ROOT'] ?? `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    defineConstants: {
      ASSET_ORIGIN: JSON.stringify(platform === 'h5' ? '' : assetOrigin),
      CLOUD_ENV: JSON.stringify(cloudEnvironment),
      CODE_PAGE: JSON.stringify(codePage),
      APP_VERSION: JSON.stringify(manifest.version),
    },
    sass: { resource: [path.join(root, 'miniprogram/theme/mixins.scss')] },
    mini: {
      compile: { include: compiledToo },
      optimizeMainPackage: { enable: true },
      // Markers take paths of the package, no data addresses; and files are smaller than base64.
      imageUrlLoaderOption: { limit: 1 },
      // Class names are unique, so the order of the modules' styles does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true }, cssModules },
      webpackChain(chain) {
        // Phones lack AbortController, which react-query uses.
        chain.plugin('abortController').use(webpack.ProvidePlugin, [
          {
            AbortController: ['abortcontroller-polyfill/dist/cjs-ponyfill.js', 'AbortController'],
          },
        ]);
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: compiledToo },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true },
        // 1 px of the design at 375; the phone column is 390 px wide at most.
        pxtransform: {
          enable: true,
          config: { baseFontSize: 20, maxRootSize: 20.8, minRootSize: 17 },
        },
        cssModules,
      },
    },
  };
  return merge({}, base, mode === 'development' ? development : production);
});
