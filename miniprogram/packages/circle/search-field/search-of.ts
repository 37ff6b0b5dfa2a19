import { MAX_SEARCH_LENGTH } from '../../../../src/domain/limits';

/** What a search is sent as: undefined where nothing is asked for. */
export function searchOf(typed: string): string | undefined {
  const search = typed.trim().slice(0, MAX_SEARCH_LENGTH).trim();
  return search === '' ? undefined : search;
}
