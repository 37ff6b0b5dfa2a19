import type { LiveCall } from './live-calls';

const colours = { red: 31, yellow: 33 } as const;
/** A request of the real cloud takes some milliseconds; here only waiting or much work takes longer. */
const slowMs = 100;

/** One line of a terminal for a call, in columns; red when it failed, yellow when it is costly. */
export function liveLine(call: LiveCall, { hasColour }: { hasColour: boolean }): string {
  const what = [call.action.replace(/^database\./, ''), call.collection].filter(Boolean).join(' ');
  const line = [
    (call.functionName ?? '-').padEnd(18),
    what.padEnd(36),
    `${call.ms.toFixed(1).padStart(7)} ms`,
    `${String(call.documentsRead).padStart(6)} read`,
    [...call.plans, ...(call.failure === undefined ? [] : [`failed: ${call.failure}`])].join(', '),
  ]
    .join('  ')
    .trimEnd();
  const colour = colourOf(call);
  return hasColour && colour ? `\x1b[${colours[colour]}m${line}\x1b[0m` : line;
}

function colourOf({ failure, plans, ms }: LiveCall): keyof typeof colours | undefined {
  if (failure !== undefined) return 'red';
  return plans.includes('collection scan') || ms >= slowMs ? 'yellow' : undefined;
}
