import { inImportOrder } from './import-order';

test('constants, classes, the rest; digits by their value', () =>
  expect(
    inImportOrder([
      'b10',
      'b2',
      'X',
      'a',
      'Zeta',
      'SOME_B',
      'alpha',
      'Csv',
      'A_10',
      'A_9',
      '__version__',
      'Ab',
      '_x',
    ]),
  ).toEqual([
    'A_9',
    'A_10',
    'SOME_B',
    'Ab',
    'Csv',
    'X',
    'Zeta',
    '__version__',
    '_x',
    'a',
    'alpha',
    'b2',
    'b10',
  ]));
