// Which part of the world WeChat's map shows, and how to make it show another.
import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { Position } from '../../../src/contracts/values';
import { isInSight, viewAround, viewOfCircle, type Frame, type View } from './map-view';
import { viewAfter, type RegionChange } from './region-change';
import type { MerchantMapProps } from './types';
import { usualInsets } from './usual-insets';

/** The map's share of the screen's height while the sheet stands half open. */
const HEIGHT_SHARE = 0.45;
/**
 * A map that was moved by hand stays where it is when it is given the values that it was given
 * before, so every second move differs by a centimetre and a hair of zoom.
 */
const NUDGE_DEGREES = 1e-7;
const NUDGE_ZOOM = 1e-4;

interface Moves {
  readonly fitKey: string;
  readonly selectedId: string | null;
  readonly count: number;
  readonly asked: View;
  readonly seen: View;
}

export function useWeappView(props: MerchantMapProps) {
  const [moves, setMoves] = useState(() => startOf(props));
  // Another circle or another selection is answered before the first drawing with it.
  const now = inStep(moves, props);
  if (now !== moves) setMoves(now);
  return {
    seen: now.seen,
    /** For the map's own properties. */
    asked: { ...now.asked.centre, scale: now.asked.zoom },
    move: (view: View) => setMoves((before) => moved(before, view)),
    look: (change: RegionChange) =>
      setMoves((before) => ({ ...before, seen: viewAfter(before.seen, change) })),
  };
}

/** Shows a new circle whole, and brings a newly selected shop into sight; once each. */
function inStep(moves: Moves, props: MerchantMapProps): Moves {
  const { fitKey, selectedId, merchants } = props;
  if (moves.fitKey !== fitKey) {
    return { ...moved(moves, viewOfCircle(props, moves.seen)), fitKey };
  }
  if (moves.selectedId === selectedId) return moves;
  const selected = merchants.find(({ id }) => id === selectedId);
  const isSeen = selected === undefined || isInSight(selected.position, moves.seen);
  const next = isSeen ? moves : moved(moves, centredOn(selected.position, moves.seen));
  return { ...next, selectedId };
}

function startOf(props: MerchantMapProps): Moves {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  const insets = props.insets ?? usualInsets();
  const frame: Frame = { width: windowWidth, height: windowHeight * HEIGHT_SHARE, insets };
  const view = viewOfCircle(props, frame);
  return { fitKey: props.fitKey, selectedId: null, count: 0, asked: view, seen: view };
}

function moved(before: Moves, view: View): Moves {
  const isNudged = before.count % 2 === 0;
  const { longitude, latitude } = view.centre;
  const asked = isNudged
    ? {
        ...view,
        centre: { longitude: longitude + NUDGE_DEGREES, latitude },
        zoom: view.zoom - NUDGE_ZOOM,
      }
    : view;
  return { ...before, count: before.count + 1, asked, seen: view };
}

/** A view of the same size and zoom around a place. */
function centredOn(place: Position, view: View): View {
  return viewAround(place, { zoom: view.zoom, frame: view });
}
