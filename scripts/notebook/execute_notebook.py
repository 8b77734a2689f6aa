"""Runs one notebook in a fresh kernel and tells on stdout, one JSON object a line, how far it is.

    execute_notebook.py NOTEBOOK RESULT FOLDER

FOLDER is the kernel's working directory. RESULT gets the notebook with its outputs, also when a cell fails.
Events: {"event": "kernel", "pid"}, {"event": "cell", "number", "of"}, {"event": "done"} and
{"event": "failed", "reason", "number"?}, where reason is one of cell, promise, kernel-died, no-kernel, interrupted.
The run ends when stdin is closed, so that nothing is left running when the caller dies.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
import threading

# Connection files belong to this run alone, and a home folder need not be writable.
runtime = tempfile.TemporaryDirectory(prefix="captcha-lab-jupyter-")
os.environ["JUPYTER_RUNTIME_DIR"] = runtime.name

import nbformat  # noqa: E402
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel  # noqa: E402
from jupyter_client.manager import AsyncKernelManager  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, DeadKernelError  # noqa: E402

# tslab prints these when a promise that nobody waited for fails, and calls the cell a success.
STRAY = ("UnhandledPromiseRejection:", "UncaughtException:")

# Gives a promise left behind by the last cell the time to fail where it is seen.
LAST_PROBE = "await new Promise((resolve) => setTimeout(resolve, 100));"

interrupted = threading.Event()


def tell(event, **more):
    print(json.dumps({"event": event, **more}), flush=True)


def watch_caller():
    # Not through sys.stdin: its lock would be held by this thread when the interpreter ends.
    while os.read(0, 1024):
        pass
    interrupted.set()
    os.kill(os.getpid(), signal.SIGTERM)


class Strays:
    """Failures of promises nobody waited for, each with the request that caused it. nbclient drops what arrives after
    its cell has ended, so every message is looked at on its way in."""

    def __init__(self):
        self.cells = {}
        self.found = []

    def listen(self, channel):
        get_msg = channel.get_msg

        async def listening(*args, **kwargs):
            message = await get_msg(*args, **kwargs)
            content = message["content"]
            if message["msg_type"] == "stream" and content["name"] == "stderr" and content["text"].startswith(STRAY):
                self.found.append((message["parent_header"].get("msg_id"), content["text"]))
            return message

        channel.get_msg = listening

    def failure(self, number):
        cause, text = self.found[0]
        return {"reason": "promise", "number": self.cells.get(cause, number), "message": text}


async def run(notebook, folder):
    # A kernel called tslab elsewhere on this machine must not take the place of the kit's own.
    specs = KernelSpecManager()
    specs.kernel_dirs = [os.path.join(sys.prefix, "share", "jupyter", "kernels")]
    manager = AsyncKernelManager(kernel_name="tslab", kernel_spec_manager=specs)
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=None,
        startup_timeout=600,
        record_timing=False,
        coalesce_streams=True,
        force_raise_errors=True,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": folder}},
    )
    code = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    number = 0
    strays = Strays()
    client.on_cell_executed = lambda execute_reply, **_: strays.cells.update(
        {execute_reply["parent_header"]["msg_id"]: number}
    )
    # What native code writes past the kernel, such as the last words of a crash; never this program's own output.
    words = open(os.path.join(runtime.name, "kernel.log"), "w+", errors="replace")
    try:
        async with client.async_setup_kernel(stdout=words, stderr=words):
            # nbclient's own handling of signals leaves the cell waiting for a kernel that is gone.
            task = asyncio.current_task()
            for name in ("SIGINT", "SIGTERM"):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop, task)
            strays.listen(client.kc.iopub_channel)
            tell("kernel", pid=getattr(manager.provisioner, "pid", None))
            for number, index in enumerate(code, start=1):
                tell("cell", number=number, of=len(code))
                await client.async_execute_cell(notebook.cells[index], index)
                if strays.found:
                    return tell("failed", **strays.failure(number))
            notebook.cells.append(nbformat.v4.new_code_cell(LAST_PROBE))
            try:
                await client.async_execute_cell(notebook.cells[-1], len(notebook.cells) - 1)
            finally:
                notebook.cells.pop()
            if strays.found:
                return tell("failed", **strays.failure(number))
        return tell("done")
    except NoSuchKernel:
        return tell("failed", reason="no-kernel")
    except DeadKernelError:
        code = await manager.provisioner.poll()
        return tell("failed", reason="kernel-died", number=number, code=code, message=last_words(words))
    except CellExecutionError:
        return tell("failed", reason="cell", number=number)
    except asyncio.CancelledError:
        return tell("failed", reason="interrupted", number=number)
    except RuntimeError as error:
        # jupyter_client raises it when the kernel ends before it answers for the first time.
        return tell("failed", reason="kernel-died", number=number, message=last_words(words) or str(error))
    finally:
        # nbclient leaves a kernel manager that it was given alone.
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)


def last_words(words):
    words.seek(0)
    lines = [line for line in words.read().split("\n") if line.strip()]
    return "\n".join(lines[-5:])


def stop(task):
    interrupted.set()
    task.cancel()


def main():
    source, result, folder = sys.argv[1:]
    threading.Thread(target=watch_caller, daemon=True).start()
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    try:
        asyncio.run(run(notebook, folder))
    finally:
        nbformat.write(notebook, result)


main()
