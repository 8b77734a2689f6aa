/** Text form of a new notebook in the house's order: question, table, opening cell, numbers, questions. */
export function newNotebook({ number, title }: { number: number; title: string }): string {
  return `# %% [markdown]
# ${number} · ${title}

**Question.** What is asked here?

| | |
|---|---|
| Report | section: figure, table |
| Data | which examples |
| Time | in the profile \`quick\` |

What the reader knows already, and what this notebook adds.

# %%
import { openLab, recordResults } from 'captcha-lab';
const lab = await openLab();

# %% [markdown]
## First by hand

A step on a matrix small enough for a pencil, then with the library.

# %%
console.log(lab.captchas.length);

# %% [markdown]
## Our numbers beside the report's

# %%
recordResults([
  { id: 'notebook-${number}', label: 'what was measured', reported: 'not tried', ours: '0/1 = 0.00%' },
]);

# %% [markdown]
What the numbers show, and their limits.

## Questions

1. What would you change?
`;
}
