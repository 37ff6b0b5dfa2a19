// The parts of miniprogram-simulate that the harness uses. (Its own types would declare WeChat's
// globals for the whole project.)

export interface PageInstance {
  route: string;
  __route__: string;
  options: Readonly<Record<string, string>>;
  onLoad?(query: Readonly<Record<string, string>>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onPullDownRefresh?(): void;
  onReachBottom?(): void;
  [name: string]: unknown;
}

export interface RenderedComponent {
  readonly dom: HTMLElement;
  readonly instance: PageInstance;
  attach(parent: Node): void;
  detach(): void;
  /** Reads nothing of the component but its `dom`. */
  dispatchEvent(this: { dom: Element }, name: string, options?: { detail?: unknown }): void;
}

export interface Simulate {
  load(path: string, options: { compiler: 'official'; rootPath: string }): string;
  render(id: string): RenderedComponent;
}
