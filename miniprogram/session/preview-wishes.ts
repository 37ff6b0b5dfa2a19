// What the address of the browser preview asks for: ?as=<openid>&place=<id>&theme=dark&text=large,
// before or behind the #.
import type { TextSize, Theme } from './session-types';

interface PreviewWishes {
  readonly openid?: string;
  readonly placeId?: string;
  readonly theme?: Theme;
  readonly textSize?: TextSize;
}

/** The wishes of this page's address; none inside WeChat. */
export function previewWishes(): PreviewWishes {
  if (process.env['TARO_ENV'] !== 'h5') return {};
  return wishesOf(window.location);
}

export function wishesOf(location: {
  readonly search: string;
  readonly hash: string;
}): PreviewWishes {
  const behindHash = location.hash.split('?')[1] ?? '';
  const query = new URLSearchParams(`${location.search.replace(/^\?/, '')}&${behindHash}`);
  const openid = query.get('as');
  const placeId = query.get('place');
  const theme = query.get('theme');
  const textSize = query.get('text');
  return {
    ...(openid !== null && { openid }),
    ...(placeId !== null && { placeId }),
    ...((theme === 'dark' || theme === 'light') && { theme }),
    ...((textSize === 'large' || textSize === 'normal') && { textSize }),
  };
}
