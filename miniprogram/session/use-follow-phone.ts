import { useEffect, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { follow } from './locate';

const EVERY_MS = 60_000;

/** Follows the phone while the page is seen: when it is shown, and once a minute. */
export function useFollowPhone(): void {
  const [isSeen, setSeen] = useState(false);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  useEffect(() => {
    if (!isSeen) return;
    void follow();
    const timer = setInterval(() => void follow(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isSeen]);
}
