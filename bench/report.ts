// Sections as tables: for the console, and as Markdown for bench/results.md.
import { type Budget, isKept, type Row, type Section } from './section';

type Line = readonly string[];

/** The section with its table in columns, for a terminal. */
export function consoleTable(section: Section): string {
  const lines = linesOf(section);
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const aligned = lines.map((line) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isFigure(section, column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [`\n${section.title}`, ...aligned.map((line) => `  ${line}`)].join('\n');
}

/** The section under a heading. */
export function markdownTable(section: Section): string {
  const [head = [], ...rows] = linesOf(section);
  const rule = head.map((_, column) => (isFigure(section, column) ? '---:' : '---'));
  const lines = [head, rule, ...rows].map((line) => `| ${line.join(' | ')} |`);
  return [`## ${section.title}`, '', section.note, '', ...lines].join('\n');
}

/** How many budgets are kept, and which are not: one line each. */
export function verdict(sections: readonly Section[]): string[] {
  const all = sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      row.budgets.map((budget) => ({ section, row, budget, kept: isKept(row, budget) })),
    ),
  );
  const kept = all.filter((each) => each.kept).length;
  const missed = all
    .filter((each) => !each.kept)
    .map(({ section, row, budget }) => {
      const value = figureText(row.figures[budget.of]);
      return `${section.title}, ${row.name}: ${value}, budget ${budgetText(budget)}`;
    });
  return [`${kept} of ${all.length} budgets are kept.`, ...missed];
}

function linesOf(section: Section): Line[] {
  const hasBudgets = section.rows.some(({ budgets }) => budgets.length > 0);
  const head = ['', ...section.columns, ...(hasBudgets ? ['budget', 'kept'] : [])];
  const lines = section.rows.map((row) => [
    row.name,
    ...section.columns.map((column) => figureText(row.figures[column])),
    ...(hasBudgets ? [row.budgets.map(budgetText).join(', '), keptText(row)] : []),
  ]);
  return [head, ...lines];
}

const isFigure = ({ columns }: Section, column: number): boolean =>
  column > 0 && column <= columns.length;

function budgetText(budget: Budget): string {
  const limit = 'atMost' in budget ? `≤ ${budget.atMost}` : `≥ ${budget.atLeast}`;
  return `${limit} ${budget.of}`;
}

function keptText(row: Row): string {
  const missed = row.budgets.filter((budget) => !isKept(row, budget));
  if (row.budgets.length === 0) return '';
  if (missed.length === 0) return 'yes';
  return row.budgets.length === 1 ? 'NO' : `NO: ${missed.map(({ of }) => of).join(', ')}`;
}

/** Three figures are enough for what is measured; counts stay whole. */
function figureText(value: number | undefined): string {
  if (value === undefined) return '';
  if (Number.isInteger(value) || value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 1 ? 2 : 1);
}
