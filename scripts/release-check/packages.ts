// Sizes of what is uploaded, and what must not be in it.
import { reasons, type ReleaseItem } from './item';
import { isExample } from './account';
import type { ReleaseFacts } from './facts';

const KILOBYTE = 1000;
/** Our own budget; WeChat refuses more than 2 MB. */
const MAIN_KILOBYTES = 700;
const SUB_KILOBYTES = 500;

/** Addresses and names that only stand where the real ones are not known yet. */
const PLACEHOLDER = /https?:\/\/[\w.-]*\.example\b|touristappid|lorem ipsum/gi;

export function checkPackages(facts: ReleaseFacts): readonly ReleaseItem[] {
  return [sizesItem(facts), assetsItem(facts), placeholdersItem(facts)];
}

function sizesItem({ app }: ReleaseFacts): ReleaseItem {
  const packages = app?.packages ?? [];
  const tooLarge = packages.filter(({ root, bytes }) => bytes > limitOf(root) * KILOBYTE);
  return {
    name: 'package sizes',
    wechatName: '代码包大小',
    found: packages.map(({ root, bytes }) => `${root || 'main'} ${inKilobytes(bytes)}`).join(', '),
    missing:
      app === null
        ? ['dist/weapp is not built']
        : tooLarge.map(
            ({ root, bytes }) =>
              `${root || 'main'} has ${inKilobytes(bytes)} of ${limitOf(root)} kB`,
          ),
    where: 'npm run build',
  };
}

const limitOf = (root: string): number => (root === '' ? MAIN_KILOBYTES : SUB_KILOBYTES);
const inKilobytes = (bytes: number): string => `${Math.ceil(bytes / KILOBYTE)} kB`;

function assetsItem({ settings, app }: ReleaseFacts): ReleaseItem {
  const { assetOrigin } = settings;
  const isAddress = /^https:\/\/[\w.-]+$/.test(assetOrigin) && !isExample(assetOrigin);
  return {
    name: 'pictures',
    wechatName: '图片地址',
    found: assetOrigin,
    missing: reasons(
      [!isAddress, 'no https origin'],
      [
        isAddress && app?.scripts.includes(assetOrigin) !== true,
        `dist/weapp was not built with ASSET_ORIGIN=${assetOrigin}`,
      ],
    ),
    where: 'release.json, assetOrigin; ASSET_ORIGIN when the app is built',
  };
}

function placeholdersItem({ app, builtFunctions }: ReleaseFacts): ReleaseItem {
  const places = [
    { name: 'dist/weapp', text: app?.scripts ?? '' },
    ...builtFunctions.map(({ name, script }) => ({ name: `function ${name}`, text: script })),
  ];
  const found = places.flatMap(({ name, text }) =>
    [...new Set(text.match(PLACEHOLDER) ?? [])].map((placeholder) => `${name}: ${placeholder}`),
  );
  return {
    name: 'placeholders',
    wechatName: '—',
    found: 'none',
    missing: found,
    where: 'what the line names',
  };
}
