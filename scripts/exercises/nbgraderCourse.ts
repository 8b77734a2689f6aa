import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic = require('write-file-atomic');
import { writeNotebook } from '../notebook/notebookFile';
import { exerciseNotebook } from './exerciseNotebook';
import type { Master } from './listMasters';
import { STUB } from './solutionText';

/** nbgrader's configuration: the stub in TypeScript, and no points for a check that did not run. */
const CONFIG = `# Made by "npm run exercises -- nbgrader".
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade


class NoWordNoPoints(NbGraderPreprocessor):
    """A check says something whatever comes out. tslab drops cells that come right after one that failed, and a cell
    without output would get all its points: it is marked as failed here."""

    def preprocess_cell(self, cell, resources, cell_index):
        if is_grade(cell) and cell.cell_type == "code" and not cell.outputs:
            cell.outputs = [
                {"output_type": "stream", "name": "stderr", "text": "This check did not run: mend the cell before it."}
            ]
        return cell, resources


c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "captcha-lab"
c.CourseDirectory.root = "."
c.ClearSolutions.code_stub = {"typescript": "${STUB}", "python": "raise NotImplementedError()"}
c.ExecutePreprocessor.timeout = 300
c.Exchange.path_includes_course = True


def after_execution(default):
    from nbgrader.preprocessors import Execute

    steps = list(default)
    steps.insert(steps.index(Execute) + 1, NoWordNoPoints)
    return steps


from nbgrader.converters.autograde import Autograde  # noqa: E402

c.Autograde.autograde_preprocessors = after_execution(
    Autograde.autograde_preprocessors.default_value or Autograde.autograde_preprocessors.make_dynamic_default(Autograde)
)
`;

const readme = (stems: readonly string[]): string => `# The exercises as a course for nbgrader

Made by \`npm run exercises -- nbgrader\`; one assignment a notebook, each check with its points. The folder must lie in the
captcha-lab project, where notebooks find the library. With nbgrader (0.9) in an environment that has the kit's kernel:

\`\`\`sh
nbgrader generate_assignment ${stems[0]} --create   # stubs into release/
nbgrader autograde ${stems[0]} --create             # runs what is in submitted/STUDENT/${stems[0]}/
nbgrader generate_feedback ${stems[0]}
\`\`\`

A check that is not passed writes to the error stream, which nbgrader takes for 0 points; \`nbgrader_config.py\` gives none
either to a check that did not run at all.
`;

/** Writes a course for nbgrader into `folder`. Throws Error when it has one already. */
export async function writeNbgraderCourse(
  masters: readonly Master[],
  { folder }: { folder: string },
): Promise<void> {
  const config = path.join(folder, 'nbgrader_config.py');
  if (existsSync(config)) {
    throw new Error(`${folder} holds a course already; name another folder with --out, or move it away.`);
  }
  for (const { stem, cells } of masters) {
    const place = path.join(folder, 'source', stem);
    await mkdir(place, { recursive: true });
    await writeNotebook(path.join(place, `${stem}.ipynb`), exerciseNotebook(cells, { form: 'nbgrader' }));
  }
  await writeFileAtomic(path.join(folder, 'README.md'), readme(masters.map(({ stem }) => stem)));
  await writeFileAtomic(config, CONFIG);
}
