// Which visits of today the cloud knows of already, as the phone keeps them.
import { dayText } from '../../components/time/day-text';
import type { Visit } from './arrivals';

/** A visit of the person who holds the phone; `openid` tells people of the browser preview apart. */
interface VisitOf {
  readonly visit: Visit;
  readonly openid: string;
}
interface Known {
  readonly told: readonly string[];
  /** ms */
  readonly now: number;
}

export function isTold(visit: VisitOf, { told, now }: Known): boolean {
  return told.includes(lineOf(visit, now));
}

/** Those of today, with this one; what is of another day is forgotten. */
export function toldAfter(visit: VisitOf, { told, now }: Known): readonly string[] {
  const today = told.filter((line) => line.startsWith(dayText(now)));
  return [...today, lineOf(visit, now)];
}

function lineOf({ visit: { merchantCode, by }, openid }: VisitOf, now: number): string {
  return [dayText(now), by, merchantCode, openid].join(' ');
}
