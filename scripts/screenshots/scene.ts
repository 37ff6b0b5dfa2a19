// One picture: whose phone, and how it comes to the moment.
import type { BadDay } from '../../src/localcloud';
import type { PolicyName } from '../cloud/product-cloud';
import type { Phone } from '../phone/phone';
import type { DemoFacts } from './demo-facts';

export interface Scene {
  readonly name: string;
  /** Openid; the demo's regular where none is named. */
  readonly as?: string;
  /** Id of a place, or null where the location is refused. */
  readonly place?: string | null;
  /** What goes wrong until the picture is taken. */
  readonly faults?: BadDay['rules'];
  /** The demo's own where none is named. */
  readonly policy?: PolicyName;
  /** Brings the phone to the moment. */
  arrange(phone: Phone, facts: DemoFacts): Promise<void>;
  /** Puts the demo back as it was. */
  leave?(phone: Phone): Promise<void>;
}
