// Pages of the running app as WeChat keeps them: a stack, with tab pages that stay alive.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenPage } from './open-page';
import type { PageInstance, Simulate } from './simulate';

/** WeChat draws this component over every tab page. */
const OWN_BAR = 'custom-tab-bar/index';

export type Query = Readonly<Record<string, string>>;

export class PageStack {
  #stack: OpenPage[] = [];
  readonly #tabs = new Map<string, OpenPage>();
  /** A compiled page registers itself once, so its component id is kept. */
  readonly #componentIds = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly tabRoutes: readonly string[],
    private readonly simulate: Simulate,
  ) {}

  /** What `getCurrentPages()` answers. */
  readonly instances: PageInstance[] = [];

  /** The page that is seen. */
  get top(): OpenPage {
    const page = this.#stack.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  navigateTo(url: string): void {
    const { route } = this.#target(url);
    if (this.tabRoutes.includes(route)) throw new Error(`can not navigateTo a tab page: ${route}`);
    if (this.#stack.length >= 10) throw new Error('the page stack holds at most 10 pages');
    this.#stack.at(-1)?.hide();
    this.#push(url);
  }

  redirectTo(url: string): void {
    const { route } = this.#target(url);
    if (this.tabRoutes.includes(route)) throw new Error(`can not redirectTo a tab page: ${route}`);
    this.#leave(1);
    this.#push(url);
  }

  /** Opens the page as the only one. */
  reLaunch(url: string): void {
    this.#target(url);
    this.closeAll();
    this.#push(url);
  }

  closeAll(): void {
    this.#leave(this.#stack.length);
    for (const tab of this.#tabs.values()) tab.unload();
    this.#tabs.clear();
    this.#tell();
  }

  switchTab(url: string): void {
    const { route } = this.#target(url);
    if (!this.tabRoutes.includes(route)) throw new Error(`switchTab to no tab page: ${route}`);
    if (this.#stack.length === 1 && this.#stack[0]?.route === route) return;
    this.#leave(this.#stack.length);
    this.#push(url);
  }

  navigateBack(delta: number): void {
    const count = Math.min(delta, this.#stack.length - 1);
    if (count === 0) return;
    this.#leave(count);
    this.top.show();
  }

  #push(url: string): void {
    const { route, query } = this.#target(url);
    const kept = this.#tabs.get(route);
    const page = kept ?? this.#open(route, query);
    if (this.tabRoutes.includes(route)) this.#tabs.set(route, page);
    this.#stack = [...this.#stack, page];
    this.#tell();
    if (kept === undefined) page.instance.onLoad?.(query);
    page.show();
    if (kept === undefined) page.instance.onReady?.();
  }

  /** Takes pages off the top; tab pages are only hidden. */
  #leave(count: number): void {
    const left = this.#stack.splice(this.#stack.length - count, count).reverse();
    for (const page of left) {
      if (this.#tabs.has(page.route)) page.hide();
      else page.unload();
    }
    this.#tell();
  }

  #open(route: string, query: Query): OpenPage {
    const component = this.simulate.render(this.#componentId(route));
    const bar = this.#hasOwnBar(route) ? this.simulate.render(this.#componentId(OWN_BAR)) : null;
    Object.assign(component.instance, {
      ...{ route, __route__: route, options: query },
      getTabBar: () => bar?.instance,
    });
    return new OpenPage(route, { page: component, bar });
  }

  #hasOwnBar(route: string): boolean {
    return this.tabRoutes.includes(route) && existsSync(join(this.root, `${OWN_BAR}.json`));
  }

  #componentId(route: string): string {
    const known = this.#componentIds.get(route);
    if (known !== undefined) return known;
    const id = this.simulate.load(join(this.root, route), {
      compiler: 'official',
      rootPath: this.root,
    });
    this.#componentIds.set(route, id);
    return id;
  }

  #target(url: string): { route: string; query: Query } {
    const { route, query } = parsePageUrl(url);
    if (!existsSync(join(this.root, `${route}.json`))) throw new Error(`page not found: ${route}`);
    return { route, query };
  }

  #tell(): void {
    this.instances.splice(0, this.instances.length, ...this.#stack.map((page) => page.instance));
  }
}

/** `/pages/pay/index?m=1` as route and query; values stay encoded, as WeChat hands them over. */
export function parsePageUrl(url: string): { route: string; query: Query } {
  const [path = '', search = ''] = url.split('?', 2);
  const pairs = search.split('&').filter((pair) => pair !== '');
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
  return { route: path.replace(/^\//, ''), query };
}
