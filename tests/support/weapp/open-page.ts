import { pollUntil } from '../poll';
import type { PageInstance, RenderedComponent } from './simulate';
import { tapping } from './tap-time';

/** A page, with the own tab bar where it has one, as the official compiler drew it, and what a finger can do with it. */
export class OpenPage {
  readonly instance: PageInstance;
  readonly #root = document.createElement('div');
  readonly #component: RenderedComponent;
  readonly #bar: RenderedComponent | null;

  constructor(
    readonly route: string,
    parts: { page: RenderedComponent; bar: RenderedComponent | null },
  ) {
    this.#component = parts.page;
    this.#bar = parts.bar;
    this.instance = parts.page.instance;
    document.body.appendChild(this.#root);
    this.#component.attach(this.#root);
    this.#bar?.attach(this.#root);
  }

  /** All text of the page in reading order. */
  text(): string {
    return this.#root.textContent;
  }

  /** Elements that carry the class, in reading order. */
  findAll(className: string): Element[] {
    const isNamed = (name: string): boolean =>
      name === className || name.endsWith(`--${className}`);
    return [...this.#root.querySelectorAll('[class]')].filter((element) =>
      [...element.classList].some(isNamed),
    );
  }

  /** Names by which tests tap (`js-…`), in reading order, each once. */
  handles(): string[] {
    const names = [...this.#root.querySelectorAll('[class]')].flatMap((element) => [
      ...element.classList,
    ]);
    const handles = names.map((name) => name.slice(name.lastIndexOf('--js-') + 1));
    return [...new Set(handles.map((name) => name.replace(/^-/, '')))].filter((name) =>
      name.startsWith('js-'),
    );
  }

  /** Taps the first element with the class, or the one that holds the text as well. */
  async tap(className: string, holding = ''): Promise<void> {
    await this.fire({ className, holding, event: 'tap', detail: { x: 0, y: 0 } });
  }

  /** Types into the input with the class. */
  async type(className: string, value: string): Promise<void> {
    await this.fire({ className, event: 'input', detail: { value } });
  }

  /** Sends an event as the native element would, when the element is there. */
  async fire(options: {
    className: string;
    holding?: string;
    event: string;
    detail?: unknown;
  }): Promise<void> {
    const { className, holding = '', event, detail = {} } = options;
    const find = (): Element | undefined =>
      this.findAll(className).find((element) => element.textContent.includes(holding));
    await pollUntil(
      () => find() !== undefined,
      () => `.${className} ${holding} in ${this.describe()}`,
    );
    const dom = find();
    if (dom === undefined) throw new Error(`.${className} went away`);
    const send = (): void => this.#component.dispatchEvent.call({ dom }, event, { detail });
    if (event === 'tap') tapping(send);
    else send();
  }

  /** Waits until the page says all of the texts. */
  async waitForText(...texts: readonly string[]): Promise<void> {
    await pollUntil(
      () => texts.every((text) => this.text().includes(text)),
      () => `${texts.join(', ')} in ${this.describe()}`,
    );
  }

  describe(): string {
    return `${this.route}: ${this.text().slice(0, 2000)}`;
  }

  show(): void {
    this.instance.onShow?.();
  }

  hide(): void {
    this.instance.onHide?.();
  }

  unload(): void {
    this.instance.onUnload?.();
    this.#component.detach();
    this.#bar?.detach();
    this.#root.remove();
  }
}
