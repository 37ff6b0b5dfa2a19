export type PaymentOutcome = 'pay' | 'cancel' | 'pay-lose-reply';

/** The person and the phone; tests change the fields while the app runs. */
export interface Hand {
  openid: string;
  /** What the person does in WeChat's payment window. */
  payment: PaymentOutcome;
  /** GCJ-02, or null where the person refuses. */
  position: { longitude: number; latitude: number } | null;
  /** Whether the privacy guidelines were agreed to; a call that needs it asks and sets this. */
  hasAgreed: boolean;
  /** What the camera sees; null when the person closes it. */
  scan: { path: string; result: string } | null;
  /** Whether answers of the cloud arrive, or get lost on their way back. */
  replies: 'come' | 'get-lost';
  /** Whether a file that is handed over is sent on; otherwise the person gives up. */
  sharesFiles: boolean;
  /** What the person answers when WeChat asks whether the app may send messages. */
  acceptsMessages: boolean;
  /** What WeChat's settings page is left with; null where nothing was ever asked. */
  allowsLocation: boolean | null;
  theme: 'light' | 'dark';
  fontSize: number;
}

export interface Launch {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
}
