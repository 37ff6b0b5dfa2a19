// What the app reads of a person, and what was said about it: guide, permits, questions.
import { absent, reasons, type ReleaseItem } from './item';
import type { ReleaseFacts } from './facts';

/** Kinds of information of 用户隐私保护指引, with the interfaces that need them declared. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '位置信息': [
    'getLocation',
    'getFuzzyLocation',
    'onLocationChange',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'chooseLocation',
    'choosePoi',
  ],
  '通讯地址': ['chooseAddress'],
  '手机号': ['getPhoneNumber', 'getRealtimePhoneNumber'],
  '微信昵称头像': ['chooseAvatar', 'getUserProfile', 'getUserInfo'],
  '选中的照片或视频信息': ['chooseImage', 'chooseMedia', 'chooseVideo'],
  '选中的文件': ['chooseMessageFile'],
  '相册（仅写入）': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  '剪切板': ['setClipboardData', 'getClipboardData'],
  '通讯录（仅写入）': ['addPhoneContact'],
  '日历（仅写入）': ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  '摄像头': ['createCameraContext', 'createVKSession'],
  '麦克风': ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
};
/** What no interface gives and the functions keep all the same. */
const KEPT = ['订单信息'];

/** Interfaces that app.json must name in requiredPrivateInfos, and that are granted one by one. */
const LOCATION_INTERFACES = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];

export function checkPrivacy(facts: ReleaseFacts): readonly ReleaseItem[] {
  return [guideItem(facts), permitItem(facts)];
}

function guideItem({ interfaces, settings }: ReleaseFacts): ReleaseItem {
  const { declares, contact } = settings.privacyGuide;
  const used = [...Object.keys(KINDS).filter((kind) => isUsed(kind, interfaces)), ...KEPT];
  return {
    name: 'privacy text',
    wechatName: '用户隐私保护指引',
    found: used.join(', '),
    missing: [
      ...absent(used, declares).map((kind) => `${kind} is used and not declared`),
      ...absent(declares, used).map((kind) => `${kind} is declared and not used`),
      ...reasons([contact === '', 'no contact for questions']),
    ],
    where: 'release.json, privacyGuide',
  };
}

const isUsed = (kind: string, interfaces: readonly string[]): boolean =>
  (KINDS[kind] ?? []).some((name) => interfaces.includes(name));

function permitItem({ app, interfaces, settings }: ReleaseFacts): ReleaseItem {
  const called = LOCATION_INTERFACES.filter((name) => interfaces.includes(name));
  const required = app?.requiredPrivateInfos ?? [];
  const question = app?.permissions['scope.userLocation'] ?? '';
  return {
    name: 'location permits',
    wechatName: '地理位置接口权限、requiredPrivateInfos',
    found: called.join(', '),
    missing:
      app === null
        ? ['dist/weapp is not built']
        : [
            ...absent(called, required).map((name) => `${name} is called and not required`),
            ...absent(required, called).map((name) => `${name} is required and not called`),
            ...absent(called, settings.approvedInterfaces).map((name) => `${name} is not granted`),
            ...reasons([called.includes('getLocation') && question === '', 'no reason is given']),
          ],
    where: 'miniprogram/app.config.ts; release.json, approvedInterfaces',
  };
}
