// All pictures by name.
import { bakeryDrawings } from './bakery';
import { dishDrawings } from './dishes';
import { flowerDrawings } from './flowers';
import { fruitDrawings } from './fruit';
import { groceryDrawings } from './grocery';
import { hairDrawings } from './hair';
import { hotpotDrawings } from './hotpot';
import { laundryDrawings } from './laundry';
import { noodleDrawings } from './noodles';
import { Pen, SHEET } from './pen';
import { pharmacyDrawings } from './pharmacy';
import { teaDrawings } from './tea';

export const DRAWINGS = {
  ...fruitDrawings,
  ...noodleDrawings,
  ...dishDrawings,
  ...hotpotDrawings,
  ...teaDrawings,
  ...bakeryDrawings,
  ...groceryDrawings,
  ...pharmacyDrawings,
  ...hairDrawings,
  ...laundryDrawings,
  ...flowerDrawings,
};

export type DrawingName = keyof typeof DRAWINGS;

/** The picture as a file; the same name gives the same file. */
export function drawPicture(name: DrawingName): string {
  const drawn = DRAWINGS[name](new Pen(name));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET} ${SHEET}" width="${SHEET}" height="${SHEET}">${drawn}</svg>\n`;
}
