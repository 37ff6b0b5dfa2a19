// The simulation can fail: each rule that is broken on purpose is found within some simulated days.
import { secondHalf } from './sim/broken-rules';
import { itIsFound } from './sim/find-broken-rule';

itIsFound(secondHalf);
