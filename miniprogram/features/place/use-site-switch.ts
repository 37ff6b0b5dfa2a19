import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 4000;

interface NamedSite {
  readonly id: string;
  readonly name: string;
}

/** `已切换到 上海静安` for some seconds after the site has become another one; null else. */
export function useSiteSwitch(site: NamedSite | null | undefined): string | null {
  const last = useRef<NamedSite>();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (site === null || site === undefined) return;
    const isAnother = last.current !== undefined && last.current.id !== site.id;
    last.current = site;
    if (isAnother) setText(`已切换到 ${site.name}`);
  }, [site]);
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setText(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text;
}
