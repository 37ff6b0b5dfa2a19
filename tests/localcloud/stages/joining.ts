// Cases of the stage that joins another collection.
import { fails } from '../expressions/cases';
import { $, _, pipeline, type StageCase } from './cases';

const orders = [
  { _id: 4, book: 'novel 1', price: 30, quantity: 2 },
  { _id: 5, book: 'science 1', price: 20, quantity: 1 },
  { _id: 6 },
];
const books = [
  { _id: 'book1', title: 'novel 1', author: '小明', stock: 10 },
  { _id: 'book3', title: 'science 1', author: '小红', stock: 0 },
  { _id: 'book6', author: '匿名' },
];

export const joining: Readonly<Record<string, StageCase>> = {
  'lookup: by equal fields, missing ones count as null': {
    here: orders,
    there: books,
    build: (a) =>
      a
        .lookup({ from: 'there', localField: 'book', foreignField: 'title', as: 'bookList' })
        .project({ ids: '$bookList._id' })
        .sort({ _id: 1 }),
    gives: [
      { _id: 4, ids: ['book1'] },
      { _id: 5, ids: ['book3'] },
      { _id: 6, ids: ['book6'] },
    ],
  },
  'lookup: by the elements of lists on both sides': {
    here: [
      { _id: 1, want: ['a', 'b'] },
      { _id: 2, want: 'c' },
      { _id: 3, want: [] },
    ],
    there: [
      { _id: 'x', tags: ['a', 'c'] },
      { _id: 'y', tags: 'b' },
    ],
    build: (a) =>
      a
        .lookup({ from: 'there', localField: 'want', foreignField: 'tags', as: 'found' })
        .project({ ids: '$found._id' })
        .sort({ _id: 1 }),
    gives: [
      { _id: 1, ids: ['x', 'y'] },
      { _id: 2, ids: ['x'] },
      { _id: 3, ids: [] },
    ],
  },
  'lookup: by a pipeline with variables': {
    here: orders.slice(0, 2),
    there: books,
    build: (a) =>
      a
        .lookup({
          from: 'there',
          let: { title: '$book', quantity: '$quantity' },
          pipeline: pipeline()
            .match(
              _['expr']?.($.and([$.eq(['$title', '$$title']), $.gte(['$stock', '$$quantity'])])),
            )
            .project({ _id: 0, title: 1, author: 1, stock: 1 })
            .done(),
          as: 'bookList',
        })
        .sort({ _id: 1 }),
    gives: [
      { ...orders[0], bookList: [{ title: 'novel 1', author: '小明', stock: 10 }] },
      { ...orders[1], bookList: [] },
    ],
  },
  'lookup: refuses a collection that is not there': {
    here: [{ _id: 1, a: 1 }],
    build: (a) => a.lookup({ from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' }),
    gives: fails('Db or Table not exist: nowhere'),
  },
};
