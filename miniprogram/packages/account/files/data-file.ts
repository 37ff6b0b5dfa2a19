/** A file that a person takes along. */
export interface DataFile {
  readonly name: string;
  readonly type: 'application/json' | 'text/csv';
  readonly text: string;
}
