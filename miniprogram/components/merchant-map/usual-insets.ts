import { navMetrics } from '../../session/nav-metrics';
import type { Insets } from './map-view';

const BAR_MARGIN = 8;
/** The map ends so far behind the sheet's round corners. */
const SHEET_OVERLAP = 20;

/** Room that the bar over the map and the sheet under it take, px. */
export function usualInsets(): Insets {
  const { top, height } = navMetrics();
  return { top: top + height + BAR_MARGIN, bottom: SHEET_OVERLAP };
}
