// The world of a function instance, opened once: clock, chance and policy of its surroundings.
import type { World } from '../src/usecases/serving/context';
import { openWorld } from '../src/usecases/serving/world';

let opened: World | undefined;

export function world(): World {
  opened ??= openWorld({
    now: () => Date.now(),
    random: () => Math.random(),
    policyName: process.env['ZHONGDIAN_POLICY'] ?? 'production',
    operators: (process.env['ZHONGDIAN_OPERATORS'] ?? '').split(',').map((id) => id.trim()),
  });
  return opened;
}
