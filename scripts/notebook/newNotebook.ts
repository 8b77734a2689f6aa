/** What the writer of a new notebook has to replace; `checkNotebook` finds what is left of it. */
export const PLACEHOLDERS = {
  question: 'What is asked here?',
  report: 'section: figure, table',
  data: 'which examples',
  opening: 'What the reader knows already, and what this notebook adds.',
  byHand: 'A step on a matrix small enough for a pencil, then with the library.',
  label: "label: 'what was measured'",
  limits: 'What the numbers show, and their limits.',
  exercise: '1. What would you change?',
} as const;

/** Text form of a new notebook in the house's order: question, table, opening cell, numbers, questions. */
export function newNotebook({ number, title }: { number: number; title: string }): string {
  const { question, report, data, opening, byHand, label, limits, exercise } = PLACEHOLDERS;
  return `# %% [markdown]
# ${number} · ${title}

**Question.** ${question}

| | |
|---|---|
| Report | ${report} |
| Data | ${data} |
| Time | in the profile \`quick\` |

${opening}

# %%
import { openLab, recordResults } from 'captcha-lab';
const lab = await openLab();

# %% [markdown]
## First by hand

${byHand}

# %%
console.log(lab.captchas.length);

# %% [markdown]
## Our numbers beside the report's

# %%
recordResults([
  { id: 'notebook-${number}', ${label}, reported: 'not tried', ours: '0/1 = 0.00%' },
]);

# %% [markdown]
${limits}

## Questions

${exercise}
`;
}
