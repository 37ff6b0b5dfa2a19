// Time zones of date expressions: an offset such as +08:00, or a name of the IANA database.
import { failed } from './failed';

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local time is ahead of UTC at a moment. @throws CloudError for an unknown zone */
export function offsetMs(zone: string, atMs: number): number {
  if (/^(utc|gmt|z)$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? [];
  if (sign !== undefined) {
    const ahead = (Number(hours) * 60 + Number(minutes ?? 0)) * minuteMs;
    return sign === '-' ? -ahead : ahead;
  }
  return localMs(zone, atMs) - Math.floor(atMs / 1000) * 1000;
}

/** The moment at which clocks in the zone show a time that is given as if it were UTC. */
export function utcOf(zone: string, shownMs: number): number {
  const guess = shownMs - offsetMs(zone, shownMs);
  // Around a change of the clocks the offset at the guess is the one that counts.
  return shownMs - offsetMs(zone, guess);
}

function localMs(zone: string, atMs: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  );
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const created = newFormat(zone);
  formats.set(zone, created);
  return created;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    throw failed(`unrecognized time zone identifier: "${timeZone}"`);
  }
}
