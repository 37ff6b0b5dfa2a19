// A phone in Chromium on which the H5 app runs, for screenshots and browser tests.
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, HOW_TO_GET_CHROMIUM, findChromium } from '../chromium';

export interface PhoneSettings {
  readonly cloudUrl: string;
  /** Openid of the person who holds it. */
  readonly as: string;
  /** Id of the place where the person is; without it the location is refused. */
  readonly place?: string;
  readonly theme?: 'light' | 'dark';
  readonly text?: 'normal' | 'large';
  /** Where the phone's clock starts; it runs on from there. Default: the real time. */
  readonly now?: Date;
}

export interface Phone {
  readonly page: Page;
  /** Errors of the page's scripts and of its console so far. */
  readonly complaints: readonly string[];
  /** Opens a page of the app by route and query (`pages/pay/index?m=…`), as a cold start. */
  open(route: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium; fails with how to get one where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(`no Chromium was found: ${HOW_TO_GET_CHROMIUM}`);
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
}

export async function openPhone(browser: Browser, settings: PhoneSettings): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: settings.theme ?? 'light',
  });
  await keepOffTheNetwork(context, settings.cloudUrl);
  // tsx names functions through this, also in what it hands to the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  if (settings.now !== undefined) await page.clock.install({ time: settings.now });
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(`${fault.name}: ${fault.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    ...{ page, complaints },
    async open(route) {
      await page.goto('about:blank');
      await page.goto(addressOf(settings, route));
    },
    close: () => context.close(),
  };
}

/** The app must need nothing but its own origin; anything else fails as without a network. */
async function keepOffTheNetwork(context: BrowserContext, cloudUrl: string): Promise<void> {
  await context.route(
    (url) => url.origin !== new URL(cloudUrl).origin && url.protocol.startsWith('http'),
    (route) => route.abort('internetdisconnected'),
  );
}

function addressOf(settings: PhoneSettings, route: string): string {
  const wishes = new URLSearchParams({
    as: settings.as,
    place: settings.place ?? 'none',
    theme: settings.theme ?? 'light',
    text: settings.text ?? 'normal',
  });
  return `${settings.cloudUrl}/?${wishes.toString()}#/${route}`;
}
