// What a bench answers: a table whose rows may have budgets.

/** A limit on one column of its row. */
export type Budget =
  | { readonly of: string; readonly atMost: number }
  | { readonly of: string; readonly atLeast: number };

export interface Row {
  readonly name: string;
  /** Figures by column; the column's title names the unit. */
  readonly figures: Readonly<Record<string, number>>;
  /** Empty where nothing is promised. */
  readonly budgets: readonly Budget[];
}

export interface Section {
  readonly title: string;
  /** What was measured and how, a sentence or two. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface BenchOptions {
  /** Few samples and small data: shows that it works, not how fast it is. */
  readonly quick: boolean;
  /** Tells what is going on; full runs take minutes. */
  readonly say: (line: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Section>;

/** Whether one budget of a row is kept; a figure that was not measured throws. */
export function isKept({ figures }: Row, budget: Budget): boolean {
  const value = figures[budget.of];
  if (value === undefined) throw new Error(`a budget of ${budget.of}, which was not measured`);
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast;
}
