import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { writeNotebook } from '../notebook/notebookFile';
import { exerciseNotebook } from './exerciseNotebook';
import type { Master } from './listMasters';
import { STUB } from './solutionText';

/** nbgrader's configuration: the stub in TypeScript, and no points for a check that did not run. */
const CONFIG = `# Made by "npm run exercises -- nbgrader".
import time

from nbgrader.converters.autograde import Autograde
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import is_grade


class ExecuteTslab(Execute):
    """tslab's answer to a cell that failed names no error, and for 0.2 s it drops what comes next: name it, and wait."""

    def on_cell_executed(self, **kwargs):
        content = kwargs["execute_reply"]["content"]
        if content["status"] == "error":
            for key, value in {"ename": "Error", "evalue": "", "traceback": ["This cell failed."]}.items():
                content.setdefault(key, value)
            time.sleep(0.5)
        super().on_cell_executed(**kwargs)


class NoWordNoPoints(NbGraderPreprocessor):
    """A check says something whatever comes out. A cell without output would get all its points: one that did not run is
    marked as failed here."""

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


steps = list(Autograde.class_traits()["autograde_preprocessors"].default())
at = steps.index(Execute)
steps[at : at + 1] = [ExecuteTslab, NoWordNoPoints]
c.Autograde.autograde_preprocessors = steps
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
  await writeFileWhole(path.join(folder, 'README.md'), readme(masters.map(({ stem }) => stem)));
  await writeFileWhole(config, CONFIG);
}
