// What the parts of the page share: what may be taken, and taking it.
import type { Advance } from '../../../features/advance/advance-words';
import type { Taking } from './use-taking';

export interface AdvanceProps {
  readonly advance: Advance;
  readonly taking: Taking;
}
