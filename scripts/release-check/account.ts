// What the mini-program's own account needs: number, filing, categories, links.
import { absent, reasons, type ReleaseItem } from './item';
import type { ReleaseFacts } from './facts';

/** The alliance is a platform of many shops that takes payments for their goods. */
const PLATFORM_CATEGORY = '电商平台';
/** With `?m=` and eight characters it fills the QR code of 33 modules (version 4, level Q). */
const MAX_PAGE_LENGTH = 35;

export function checkAccount(facts: ReleaseFacts): readonly ReleaseItem[] {
  const { appid, settings } = facts;
  const { filingNumber, serviceCategories, codePage } = settings;
  const categories = serviceCategories.map(({ category }) => category);
  const unlicensed = serviceCategories.filter(({ licence }) => licence === '');
  return [
    {
      name: 'appid',
      wechatName: 'AppID（小程序ID）',
      found: appid,
      missing: reasons([!/^wx[0-9a-f]{16}$/.test(appid), `${appid} is no appid`]),
      where: 'project.config.json, appid',
    },
    {
      name: 'filing',
      wechatName: '小程序备案',
      found: filingNumber,
      missing: reasons([!/ICP备\d+号/.test(filingNumber), 'no number like 浙ICP备2026000000号-1X']),
      where: 'release.json, filingNumber',
    },
    {
      name: 'categories and licences',
      wechatName: '服务类目、资质',
      found: categories.join(', '),
      missing: [
        ...absent([PLATFORM_CATEGORY], categories).map((name) => `${name} is not approved`),
        ...unlicensed.map(({ category }) => `${category} names no licence`),
      ],
      where: 'release.json, serviceCategories',
    },
    {
      name: 'link of the shops’ codes',
      wechatName: '扫普通链接二维码打开小程序',
      found: codePage,
      missing: reasons(
        [!/^https:\/\/[\w.-]+\/[\w./-]*$/.test(codePage), 'no https address without parameters'],
        [isExample(codePage), 'an example’s address'],
        [codePage.length > MAX_PAGE_LENGTH, `longer than ${MAX_PAGE_LENGTH} characters`],
      ),
      where: 'release.json, codePage',
    },
    templatesItem(facts),
  ];
}

function templatesItem({ settings, interfaces }: ReleaseFacts): ReleaseItem {
  const templates = Object.entries(settings.subscribeTemplates);
  const isAsked = interfaces.includes('requestSubscribeMessage');
  return {
    name: 'message templates',
    wechatName: '订阅消息模板',
    found: isAsked ? templates.map(([name]) => name).join(', ') : 'the app asks for none',
    missing: [
      ...reasons([
        isAsked && templates.length === 0,
        'the app asks for messages without a template',
      ]),
      ...templates
        .filter(([, id]) => !/^[\w-]{43}$/.test(id))
        .map(([name]) => `${name} has no template id of 43 characters`),
    ],
    where: 'release.json, subscribeTemplates',
  };
}

/** Hosts under .example belong to nobody (RFC 2606). */
export function isExample(address: string): boolean {
  return /\.example(\/|$)/.test(address);
}
