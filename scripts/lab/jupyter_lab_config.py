"""What `npm run lab` sets in JupyterLab; options on its command line take precedence."""

import os

c = get_config()  # noqa: F821 - Jupyter puts it there

c.ServerApp.root_dir = os.environ["CAPTCHA_LAB_NOTEBOOKS"]

# By default a browser is sent to a file with the token in it, which browsers packed as Snap or Flatpak may not open.
c.ServerApp.use_redirect_file = False

# No request to Jupyter's web sites; the question about its news is turned off in labconfig/page_config.json.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"


def leave_as_committed(model, **_):
    """Opening a notebook makes JupyterLab write down the version of TypeScript that the kernel reports, and autosave writes
    that to the file. It is left out of what is saved, as in the notebooks of the repository: who changes nothing
    leaves nothing changed."""
    if model["type"] != "notebook" or not isinstance(model.get("content"), dict):
        return
    language = model["content"].get("metadata", {}).get("language_info", {})
    if language.get("name") == "typescript":
        language.pop("version", None)


c.ContentsManager.pre_save_hook = leave_as_committed
