// Who I am, where I am, and how the app looks to me. Positions live here only and are never
// stored; the chosen place, the radius and the text size are remembered.
import { create } from 'zustand';
import { DEFAULT_RADIUS_METRES } from '../../src/domain/limits';
import type { Position } from '../../src/contracts/values';
import { forget, recall, remember } from './remembered';
import type { ChosenPlace, Locating, TextSize, Theme } from './session-types';

export type { ChosenPlace, Locating, TextSize } from './session-types';

interface Session {
  /** Who calls in the browser preview; empty inside WeChat, which knows by itself. */
  readonly openid: string;
  readonly located: Position | null;
  readonly locating: Locating;
  /** Chosen by hand; goes before the phone's position. */
  readonly chosenPlace: ChosenPlace | null;
  readonly radiusMetres: number;
  readonly textSize: TextSize;
  readonly theme: Theme;
  setOpenid: (openid: string) => void;
  /** With a position where there is a new one; a refusal forgets the old one. */
  setLocating: (locating: Locating, located?: Position) => void;
  choosePlace: (place: ChosenPlace | null) => void;
  setRadius: (radiusMetres: number) => void;
  setTextSize: (textSize: TextSize) => void;
  setTheme: (theme: Theme) => void;
}

export const useSession = create<Session>()((set) => ({
  openid: '',
  located: null,
  locating: 'not-asked',
  chosenPlace: recall('chosenPlace') ?? null,
  radiusMetres: recall('radiusMetres') ?? DEFAULT_RADIUS_METRES,
  textSize: recall('textSize') ?? 'normal',
  theme: 'light',
  setOpenid: (openid) => set({ openid }),
  setLocating: (locating, located) => {
    if (locating === 'refused') set({ locating, located: null });
    else set(located === undefined ? { locating } : { locating, located });
  },
  choosePlace: (place) => {
    if (place === null) forget('chosenPlace');
    else remember('chosenPlace', place);
    set({ chosenPlace: place });
  },
  setRadius: (radiusMetres) => {
    remember('radiusMetres', radiusMetres);
    set({ radiusMetres });
  },
  setTextSize: (textSize) => {
    remember('textSize', textSize);
    set({ textSize });
  },
  setTheme: (theme) => set({ theme }),
}));

/** The session outside of React. */
export function currentSession(): Session {
  return useSession.getState();
}

/** Where the person is, as far as the app may know: the chosen place, else the phone's position. */
export function useHere(): Position | null {
  return useSession((session) => session.chosenPlace?.position ?? session.located);
}
