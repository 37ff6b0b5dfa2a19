// What the person has allowed, as far as the app knows.
import type { Locating } from '../../../session/session';

export type Permission = 'not-asked' | 'allowed' | 'refused';

const TEXTS: { readonly [P in Permission]: string } = {
  'not-asked': '还没问过',
  'allowed': '已允许',
  'refused': '未允许',
};

export function permissionText(permission: Permission): string {
  return TEXTS[permission];
}

/** From what became of asking for the position; one that failed for another reason was allowed. */
export function permissionOf(locating: Locating): Permission {
  switch (locating) {
    case 'not-asked':
    case 'asking':
      return 'not-asked';
    case 'located':
    case 'failed':
      return 'allowed';
    case 'refused':
      return 'refused';
  }
}
