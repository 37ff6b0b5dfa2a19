/** Closes the cloud on Ctrl-C and on a polite kill, then ends; nothing is lost without it either. */
export function closeOnSignals(cloud: { close(): Promise<void> }): void {
  const close = (): void => {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    void cloud.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close).once('SIGTERM', close);
}
