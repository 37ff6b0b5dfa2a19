// The simulation can fail: each rule that is broken on purpose is found within some simulated days.
import { firstHalf } from './sim/broken-rules';
import { itIsFound } from './sim/find-broken-rule';

itIsFound(firstHalf);
