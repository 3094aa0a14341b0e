/** The data of the public federation benchmark: six users, nine products, eleven reviews. */

export const users = Array.from({ length: 6 }, (_, index) => ({
  id: `${index + 1}`,
  name: `User Number ${index + 1}`,
  username: `user${index + 1}`,
  birthday: 1_234_567_890,
}));

const product = (upc: string, name: string, price: number, weight: number, inStock: boolean) => ({
  upc,
  name,
  price,
  weight,
  inStock,
});

export const products = [
  product("1", "Table", 899, 100, true),
  product("2", "Couch", 1299, 1000, false),
  product("3", "Glass", 15, 20, false),
  product("4", "Chair", 499, 100, false),
  product("5", "TV", 1299, 1000, true),
  product("6", "Lamp", 6999, 300, true),
  product("7", "Grill", 3999, 2000, true),
  product("8", "Fridge", 100_000, 6000, false),
  product("9", "Sofa", 9999, 800, true),
];

/** Lengths of the bodies and the product of each review, as in the public benchmark. */
const shape: readonly (readonly [number, string])[] = [
  [445, "1"],
  [289, "1"],
  [271, "1"],
  [143, "1"],
  [445, "2"],
  [289, "2"],
  [271, "2"],
  [143, "2"],
  [143, "3"],
  [143, "4"],
  [842, "4"],
];

const WORDS = "the window was open and the officer explained every step of the matter before it began ";

export const reviews = shape.map(([length, upc], index) => ({
  id: `${index + 1}`,
  body: WORDS.repeat(12).slice(index, index + length),
  upc,
}));
