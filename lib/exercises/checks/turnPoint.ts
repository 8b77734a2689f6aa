import { functionExercise } from '../functionExercise';

type Point = [number, number];
const [CX, CY] = [10.5, 19];
const rotate = (u: number, v: number, angle: number): Point => [
  Math.cos(angle) * u + Math.sin(angle) * v,
  Math.cos(angle) * v - Math.sin(angle) * u,
];
const about = (x: number, y: number, angle: number): Point => {
  const [u, v] = rotate(x - CX, y - CY, angle);
  return [CX + u, CY + v];
};
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Notebook 3: where a point of a crop goes when it is turned. */
export const turnPoint = functionExercise<[number, number, number], Point>({
  name: 'Turning a point',
  inputs: ['x', 'y', 'degrees'],
  reference: (x, y, degrees) => about(x, y, radians(degrees)),
  cases: [
    [10.5, 19, 10],
    [10.5, 0, 90],
    [10.5, 0, 10],
    [20, 30, -10],
  ],
  random: (random) => [random.integer(21), random.integer(38), random.integer(61) - 30],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (x, y, degrees) => about(x, y, -radians(degrees)),
      says: 'It turns with the clock: positive angles turn against it, and y grows downwards, so the sine of v is added to x.',
    },
    {
      mine: (x, y, degrees) => about(x, y, degrees),
      says: 'Math.sin and Math.cos take radians: degrees times π/180.',
    },
    {
      mine: (x, y, degrees) => rotate(x, y, radians(degrees)),
      says: 'It turns about the corner (0, 0): subtract the centre (10.5, 19) first, and add it afterwards.',
    },
    {
      mine: (x, y, degrees) => rotate(x - CX, y - CY, radians(degrees)),
      says: 'The centre was subtracted and not added again.',
    },
  ],
});
