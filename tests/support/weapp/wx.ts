// WeChat's own functions as the compiled app finds them, over the local cloud.
import { fetchJson, fetchText } from '../http';
import { files, type SharedFile } from './files';
import type { Hand, Launch } from './hand';
import { layout } from './layout';
import { navigation } from './navigation';
import type { PageStack } from './page-stack';
import { phoneFacts } from './phone-facts';
import { type Callbacks, failure, settle } from './settle';
import { storage } from './storage';
import { isWithinTap } from './tap-time';

/** Builds what is laid over the mocks of miniprogram-simulate. */
export function createWx(options: {
  cloudUrl: string;
  hand: Hand;
  pages: PageStack;
  launch: Launch;
  toasts: string[];
  shared: SharedFile[];
  opened: string[];
  asked: string[][];
}): Record<string, unknown> {
  const { cloudUrl, hand, pages, launch, toasts, shared, opened, asked } = options;
  return {
    ...phoneFacts(hand, launch),
    ...storage(),
    ...navigation(pages),
    ...layout(),
    ...files(hand, shared),
    cloud: {
      init: () => undefined,
      callFunction: (call: { name: string; data?: unknown } & Callbacks) =>
        settle(call, callFunction({ cloudUrl, hand, name: call.name, event: call.data ?? {} })),
    },
    requestPayment: (call: { package: string } & Callbacks) =>
      settle(call, requestPayment({ cloudUrl, hand, prepay: call.package })),
    requestSubscribeMessage: (call: { tmplIds: string[] } & Callbacks) =>
      settle(call, askedForMessages({ cloudUrl, hand, asked, tmplIds: call.tmplIds })),
    ...privateCalls(hand),
    ...ownPages(hand, opened),
    scanCode: (call: Callbacks) => settle(call, scanned(hand)),
    showToast: (call: { title: string } & Callbacks) => {
      toasts.push(call.title);
      return settle(call, Promise.resolve({ errMsg: 'showToast:ok' }));
    },
  };
}

async function callFunction(options: {
  cloudUrl: string;
  hand: Hand;
  name: string;
  event: unknown;
}): Promise<unknown> {
  const { cloudUrl, hand, name, event } = options;
  const answer = await fetchJson<{ result?: unknown; errCode?: number; errMsg?: string }>(
    `${cloudUrl}/call/${name}`,
    { json: event, headers: { 'x-openid': hand.openid } },
  );
  if (hand.replies === 'get-lost') throw failure('cloud.callFunction:fail network lost');
  if (answer.errCode !== undefined) throw Object.assign(new Error(answer.errMsg), answer);
  return { errMsg: 'cloud.callFunction:ok', result: answer.result, requestID: '' };
}

async function requestPayment(options: {
  cloudUrl: string;
  hand: Hand;
  prepay: string;
}): Promise<unknown> {
  const { cloudUrl, hand, prepay } = options;
  const prepayId = prepay.replace(/^prepay_id=/, '');
  const { status } = await fetchText(`${cloudUrl}/cashier/${prepayId}`, {
    json: { outcome: hand.payment },
    headers: { 'x-openid': hand.openid },
  });
  if (hand.payment === 'cancel') throw failure('requestPayment:fail cancel');
  if (status !== 200) throw failure('requestPayment:fail');
  return { errMsg: 'requestPayment:ok' };
}

/** Only within a tap; what is accepted is one message of each, which WeChat counts. */
function askedForMessages(options: {
  cloudUrl: string;
  hand: Hand;
  asked: string[][];
  tmplIds: readonly string[];
}): Promise<unknown> {
  const { cloudUrl, hand, asked, tmplIds } = options;
  if (!isWithinTap()) {
    const why = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.';
    return Promise.reject(failure(why));
  }
  asked.push([...tmplIds]);
  return answered();

  async function answered(): Promise<unknown> {
    const answer = hand.acceptsMessages ? 'accept' : 'reject';
    const accepted = hand.acceptsMessages ? tmplIds : [];
    const headers = { 'x-openid': hand.openid };
    await fetchJson(`${cloudUrl}/question`, { json: { accepted }, headers });
    const answers = Object.fromEntries(tmplIds.map((id) => [id, answer]));
    return { errMsg: 'requestSubscribeMessage:ok', ...answers };
  }
}

type Consent = (answer: { event: string }) => void;

/** Private calls wait until the app's own sheet has the consent, as base library 2.32 does. */
function privateCalls(hand: Hand): Record<string, unknown> {
  let ask: ((resolve: Consent) => void) | undefined;
  const consent = async (): Promise<void> => {
    if (hand.hasAgreed || ask === undefined) return;
    const asked = ask;
    const { event } = await new Promise<{ event: string }>((resolve) => asked(resolve));
    hand.hasAgreed = event === 'agree';
    if (!hand.hasAgreed) throw failure('getLocation:fail privacy permission is not authorized');
  };
  return {
    onNeedPrivacyAuthorization: (listener: (resolve: Consent) => void) => void (ask = listener),
    getLocation: (call: Callbacks) =>
      settle(
        call,
        consent().then(() => located(hand)),
      ),
  };
}

/** WeChat's own pages: its settings, with what was allowed there, and the privacy guidelines. */
function ownPages(hand: Hand, opened: string[]): Record<string, unknown> {
  const setting = (): Promise<unknown> =>
    Promise.resolve({
      authSetting:
        hand.allowsLocation === null ? {} : { 'scope.userLocation': hand.allowsLocation },
    });
  return {
    getSetting: (call: Callbacks) => settle(call, setting()),
    openSetting: (call: Callbacks) => {
      opened.push('settings');
      return settle(call, setting());
    },
    openPrivacyContract: (call: Callbacks) => {
      opened.push('privacy guidelines');
      return settle(call, Promise.resolve({ errMsg: 'openPrivacyContract:ok' }));
    },
  };
}

const located = (hand: Hand): Promise<unknown> =>
  hand.position === null
    ? Promise.reject(failure('getLocation:fail auth deny'))
    : Promise.resolve({ ...hand.position, accuracy: 30, errMsg: 'getLocation:ok' });

const scanned = (hand: Hand): Promise<unknown> =>
  hand.scan === null
    ? Promise.reject(failure('scanCode:fail cancel'))
    : Promise.resolve({ ...hand.scan, scanType: 'WX_CODE', errMsg: 'scanCode:ok' });
