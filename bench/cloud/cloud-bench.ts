// The local cloud measured as a thing of its own: its calls, and a large collection.
import type { Section } from '../section';
import { measureCalls } from './calls';
import { fill } from './fill';
import { measureSize } from './size';

interface Options {
  /** An empty folder; the data of a whole run need about two gigabytes. */
  readonly dataDir: string;
  /** Few calls and small data: shows that it works, not how fast it is. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

const whole = {
  sizes: { small: 1000, large: 1_000_000, places: 100_000 },
  amount: { rounds: 30, callsInRound: 50 },
};
const few = {
  sizes: { small: 100, large: 1000, places: 1000 },
  amount: { rounds: 1, callsInRound: 5 },
};

export async function cloudBench({ dataDir, quick, say }: Options): Promise<Section[]> {
  const { sizes, amount } = quick ? few : whole;
  say(`filling: ${sizes.large.toLocaleString('en')} documents and ${sizes.places} places`);
  const fillMs = await fill(dataDir, sizes);
  const calls = await measureCalls({ dataDir, sizes, amount, say });
  const size = await measureSize({ dataDir, documents: sizes.large, fillMs, say });
  return [calls, size];
}
