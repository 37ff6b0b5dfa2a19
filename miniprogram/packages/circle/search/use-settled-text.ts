import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/**
 * The text as it is when nobody has typed for a moment, and a way to take one at once. An emptied
 * field counts at once.
 */
export function useSettled(typed: string): [string, (text: string) => void] {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), typed === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [settled, settle];
}
