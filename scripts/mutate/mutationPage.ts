import { EQUIVALENT } from './equivalent';
import { TESTS_OF } from './rooms';
import type { Outcome, RoomState } from './testRoom';

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)}%`);
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** docs/mutation.md: how many of the changes tried in each room its tests notice, and those that they do not. */
export function mutationPage(
  rooms: readonly { readonly room: string; readonly state: RoomState }[],
  { seed }: { seed: number },
): string {
  const tested = rooms.map(({ room, state }) => {
    const outcomes = Object.entries(state.outcomes).map(([key, outcome]) => ({ key, ...outcome }));
    const killed = outcomes.filter(({ killedBy }) => killedBy !== undefined).length;
    const alike = outcomes.filter(({ key, killedBy }) => killedBy === undefined && key in EQUIVALENT).length;
    const open = outcomes.filter(({ key, killedBy }) => killedBy === undefined && !(key in EQUIVALENT));
    return { room, mutants: state.mutants, tried: outcomes.length, killed, alike, open };
  });
  const sum = (pick: (row: (typeof tested)[number]) => number): number =>
    tested.reduce((all, row) => all + pick(row), 0);
  const cells = (name: string, of: number, tried: number, killed: number, alike: number): string =>
    `| ${name} | ${of} | ${tried} | ${killed} | ${alike} | ${share(killed, tried - alike)} |`;
  const row = ({ room, mutants, tried, killed, alike }: (typeof tested)[number]): string =>
    cells(room, mutants, tried, killed, alike);
  const all = cells(
    '**all**',
    sum(({ mutants }) => mutants),
    sum(({ tried }) => tried),
    sum(({ killed }) => killed),
    sum(({ alike }) => alike),
  );
  const left = tested.flatMap(({ room, open }) => open.map((outcome) => survivor(room, outcome)));
  const alike = Object.entries(EQUIVALENT).map(([key, reason]) => {
    const [file, kind, before, after] = key.split(' | ');
    return `- ${file}, ${kind}: ${code(before)} → ${code(after)}: ${reason}.`;
  });
  return `# What the tests notice

\`npm run mutate\` changes one thing at a time in a room of the library (a sign, a comparison, a condition, a default, a constant, a rounding, a
call left out) and runs that room's tests. A change is killed when a test fails, hangs or cannot be loaded. This page is written by
\`npm run mutate -- --page\`; changes are drawn from all of the room's with seed ${seed}.

| Room | Possible changes | Tried | Killed | Make no difference | Killed of the others |
|---|---|---|---|---|---|
${[...tested.map(row), all].join('\n')}

Tests that answer for a room are \`test/\` and its name${exceptions()}.

## Changes that make no difference

${alike.join('\n')}

## Changes that no test notices

${left.length > 0 ? left.join('\n') : 'None of those tried.'}
`;
}

function survivor(room: string, { file, line, kind, before, after, reached }: Outcome): string {
  const why = reached ? '' : ', not reached by any test of the room';
  return `- ${room}: ${file}:${line}, ${kind}${why}: ${code(before)} → ${code(after)}`;
}

function exceptions(): string {
  const more = Object.entries(TESTS_OF).flatMap(([room, places]) => {
    const others = places.filter((place) => place !== `test/${room}`);
    return others.length > 0 ? [`for ${room} also ${others.map((place) => code(place)).join(', ')}`] : [];
  });
  return more.length > 0 ? `; ${more.join('; ')}` : '';
}
