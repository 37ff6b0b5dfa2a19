// Runs the compiled weapp bundle in miniprogram-simulate with the official compiler: its pages are
// drawn by the compiled templates, its calls reach a running local cloud, its moves are followed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SharedFile } from './weapp/files';
import type { OpenPage } from './weapp/open-page';
import { PageStack, parsePageUrl } from './weapp/page-stack';
import { createPhone } from './weapp/phone';
import type { Simulate } from './weapp/simulate';
import { pollUntil } from './poll';
import type { Hand, Launch } from './weapp/hand';
import { createWx } from './weapp/wx';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { root: string; pages: readonly string[] }[];
  readonly tabBar?: { custom?: boolean; list: readonly { pagePath: string }[] };
}

interface AppInstance {
  onLaunch?(launch: Launch): void;
  onShow?(launch: Launch): void;
}

/** A phone on which the app runs. */
export interface Weapp {
  /** Who holds the phone, and what they do; fields may be changed while the app runs. */
  readonly hand: Hand;
  /** All routes of the app, main package first. */
  readonly routes: readonly string[];
  /** Titles of the toasts shown so far. */
  readonly toasts: readonly string[];
  /** Files that were sent to a chat so far. */
  readonly shared: readonly SharedFile[];
  /** WeChat's own pages that were opened so far. */
  readonly opened: readonly string[];
  /** Templates of each question of WeChat's whether messages may be sent, so far. */
  readonly asked: readonly (readonly string[])[];
  /** What the app wrote with console.error and console.warn so far. */
  readonly complaints: readonly string[];
  /** The page that is seen. */
  page(): OpenPage;
  /** Opens the page as the only one and answers with it. */
  open(url: string): OpenPage;
  /** Waits until the page of this route is seen. */
  waitForRoute(route: string): Promise<OpenPage>;
  /** Waits until exactly these toasts have been shown since the start, in this order. */
  waitForToasts(...titles: string[]): Promise<void>;
  close(): void;
}

const root = join(__dirname, '..', '..', 'dist', 'weapp');

/**
 * Starts the app cold on `launch` (default: its first page), as WeChat does after a scan or a tap
 * on its icon. `now` is where the phone's clock starts (default: the real time).
 */
export function bootWeapp(options: {
  cloudUrl: string;
  hand?: Partial<Hand>;
  launch?: { url: string; scene?: number };
  now?: Date;
}): Weapp {
  const config = readConfig();
  const routes = routesOf(config);
  const tabRoutes = config.tabBar?.list.map((tab) => tab.pagePath) ?? [];
  const hand: Hand = { ...personAtHome, ...options.hand };
  const launchUrl = options.launch?.url ?? routes[0] ?? '';
  const { route, query } = parsePageUrl(launchUrl);
  const launch: Launch = { path: route, query, scene: options.launch?.scene ?? 1001 };
  const toasts: string[] = [];
  const shared: SharedFile[] = [];
  const opened: string[] = [];
  const asked: string[][] = [];

  jest.resetModules();
  // An earlier app of this test file keeps its modules there.
  Reflect.deleteProperty(globalThis, 'wx');
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const pages = new PageStack(root, tabRoutes, simulate);
  const offsetMs = (options.now?.getTime() ?? Date.now()) - Date.now();
  const app = installGlobals({
    pages,
    phone: createPhone(() => offsetMs),
    wxParts: createWx({
      cloudUrl: options.cloudUrl,
      hand,
      pages,
      launch,
      toasts,
      shared,
      opened,
      asked,
    }),
  });
  const complaints = listenToConsole();
  jest.requireActual(join(root, 'app.js'));
  app().onLaunch?.(launch);
  app().onShow?.(launch);
  pages.reLaunch(launchUrl);

  return {
    ...{ hand, routes, toasts, shared, opened, asked, complaints: complaints.lines },
    page: () => pages.top,
    open(url) {
      pages.reLaunch(url);
      return pages.top;
    },
    async waitForRoute(wanted) {
      await pollUntil(
        () => pages.top.route === wanted,
        () => `${wanted}, seen is ${pages.top.describe()}`,
      );
      return pages.top;
    },
    waitForToasts: (...titles) =>
      pollUntil(
        () => JSON.stringify(toasts) === JSON.stringify(titles),
        () => `the toasts ${titles.join()}, there are ${toasts.join()}`,
      ),
    close() {
      pages.closeAll();
      complaints.stop();
    },
  };
}

const personAtHome: Hand = {
  openid: 'test-person',
  payment: 'pay',
  position: null,
  hasAgreed: true,
  scan: null,
  replies: 'come',
  sharesFiles: true,
  acceptsMessages: true,
  allowsLocation: null,
  theme: 'light',
  fontSize: 16,
};

function readConfig(): AppConfig {
  const file = join(root, 'app.json');
  if (!existsSync(file)) throw new Error('dist/weapp is missing: npm run build');
  return JSON.parse(readFileSync(file, 'utf8')) as AppConfig;
}

function routesOf(config: AppConfig): string[] {
  const packages = config.subPackages ?? [];
  return [
    ...config.pages,
    ...packages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
  ];
}

/** Puts the constructors of WeChat in place; answers with a way to the registered app. */
function installGlobals(options: {
  pages: PageStack;
  phone: object;
  wxParts: Record<string, unknown>;
}): () => AppInstance {
  const scope = globalThis as unknown as Record<string, unknown>;
  const registered: AppInstance[] = [];
  const app = (): AppInstance => {
    const [first] = registered;
    if (first === undefined) throw new Error('the bundle registered no app');
    return first;
  };
  const register = scope['Component'] as (definition: object) => void;
  const component = (definition: Record<string, unknown>): void => register(withLists(definition));
  Object.assign(scope['wx'] as object, options.wxParts);
  Object.assign(scope, {
    phone: options.phone,
    App: (definition: AppInstance) => void registered.push(definition),
    getApp: app,
    getCurrentPages: () => options.pages.instances,
    Component: component,
    Page: (definition: Record<string, unknown>) => register(asComponent(definition)),
    requirePlugin: () => ({}),
  });
  return app;
}

/** miniprogram-simulate knows components only; a page is one with its functions as methods. */
function asComponent(page: Record<string, unknown>): object {
  const methods = Object.entries(page).filter(([, value]) => typeof value === 'function');
  return { data: page['data'], methods: Object.fromEntries(methods) };
}

/** Taro gives `{}` where it means no list; WeChat takes that, miniprogram-simulate does not. */
function withLists(definition: Record<string, unknown>): object {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const { behaviors, externalClasses } = definition;
  return { ...definition, behaviors: list(behaviors), externalClasses: list(externalClasses) };
}

function listenToConsole(): { lines: string[]; stop: () => void } {
  const lines: string[] = [];
  const note = (...parts: unknown[]): void => void lines.push(parts.map(String).join(' '));
  const spies = [
    jest.spyOn(console, 'error').mockImplementation(note),
    jest.spyOn(console, 'warn').mockImplementation(note),
  ];
  return { lines, stop: () => spies.forEach((spy) => spy.mockRestore()) };
}
