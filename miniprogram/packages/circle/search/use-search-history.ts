import { useState } from 'react';
import { forget, recall, remember } from '../../../session/remembered';
import { withSearch } from './search-ideas';

export interface SearchHistory {
  /** Newest first. */
  readonly searches: readonly string[];
  readonly add: (search: string) => void;
  readonly clear: () => void;
}

/** What was searched for on this phone; it stays on the phone. */
export function useSearchHistory(): SearchHistory {
  const [searches, setSearches] = useState(() => recall('searchHistory') ?? []);
  return {
    searches,
    add(search) {
      if (searches[0] === search) return;
      const next = withSearch(searches, search);
      remember('searchHistory', next);
      setSearches(next);
    },
    clear() {
      forget('searchHistory');
      setSearches([]);
    },
  };
}
