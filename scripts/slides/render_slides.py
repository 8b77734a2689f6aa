"""A notebook on stdin to slides on stdout, by nbconvert's reveal exporter and the template beside this file, which takes
nothing from a network. Arguments: the title."""

import os
import sys

import nbformat
from nbconvert.exporters import SlidesExporter

HERE = os.path.dirname(os.path.abspath(__file__))
notebook = nbformat.reads(sys.stdin.buffer.read().decode("utf-8"), as_version=4)
exporter = SlidesExporter(
    extra_template_basedirs=[os.path.join(HERE, "template")],
    template_name="captcha-lab",
    exclude_input_prompt=True,
    exclude_output_prompt=True,
    exclude_anchor_links=True,
    reveal_url_prefix="assets",
)
notebook.metadata["title"] = sys.argv[1]
body, _ = exporter.from_notebook_node(notebook)
sys.stdout.buffer.write(body.encode("utf-8"))
