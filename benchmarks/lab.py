"""A real JupyterLab in a real browser: what the tests drive and the benchmark times.

The server runs on this machine's loopback address in a folder of its own, on a copy of what it is given, with
settings that nobody has made for it.
"""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
PATIENCE = 120  # seconds for what a slow machine may take its time over
SETTINGS = {
    # Cells out of sight are drawn too, so that what is looked for is there.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
# "done" when all cells have run, nothing is left to do, and each live figure fills its place; or what failed.
DONE = """() => {
  const { content, context } = window.jupyterapp.shell.currentWidget;
  const code = content.widgets.map(({ model }) => model).filter(({ type }) => type === "code");
  const failed = code.flatMap(({ outputs }) => outputs.toJSON()).find((one) => one.output_type === "error");
  if (failed) return `${failed.ename}: ${failed.evalue}`;
  const fits = (plot) => plot.querySelector(".js-plotly-plot :is(.point, .annotation-text)") &&
    Math.abs(plot.querySelector(".main-svg").clientWidth - plot.clientWidth) < 3;
  const plots = [...document.querySelectorAll(".widget-vbox .explorer-plot")];
  return code.every((one) => one.executionCount || !one.sharedModel.source.trim()) && plots.every(fits) &&
    context.sessionContext.session.kernel.status === "idle" && plots.length > 0 ? "done" : "";
}"""


def find_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Lab:
    """A JupyterLab server on a folder; `with Lab(folder) as lab: lab.run(page, "notebooks/a.ipynb")`."""

    def __init__(self, folder: Path) -> None:
        """Start it; what it keeps for itself goes into `folder/.jupyter`."""
        self.folder = folder
        self._port, self._token, self._own = find_port(), secrets.token_hex(8), folder / ".jupyter"
        for name, settings in SETTINGS.items():
            path = self._own / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(settings))
        options = {
            "ServerApp.root_dir": folder,
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": self._port,
            "ServerApp.port_retries": 0,
            "ServerApp.open_browser": False,
            "ServerApp.allow_root": True,
            "IdentityProvider.token": self._token,
            "LabApp.expose_app_in_browser": True,
            "LabApp.news_url": None,
            "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        }
        environment = os.environ | {
            "JUPYTER_CONFIG_DIR": str(self._own / "config"),
            "JUPYTER_RUNTIME_DIR": str(self._own / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(self._own / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(self._own / "workspaces"),
            "PYTHONPATH": str(ROOT),
        }
        self._log = (self._own / "log").open("w")
        command = [
            sys.executable,
            "-m",
            "jupyterlab",
            *(f"--{key}={value}" for key, value in options.items()),
        ]
        self._process = subprocess.Popen(command, env=environment, stdout=self._log, stderr=subprocess.STDOUT)

    def address(self, path: str) -> str:
        """Where something of the server is found."""
        return f"http://127.0.0.1:{self._port}/{path}?token={self._token}"

    def wait(self) -> None:
        """Until it answers; SystemExit with what it said where it ended instead."""
        for _ in range(10 * PATIENCE):
            try:
                urlopen(self.address("api"), timeout=5).close()
                return
            except (URLError, OSError):
                if self._process.poll() is not None:
                    raise SystemExit((self._own / "log").read_text()) from None
                time.sleep(0.1)
        raise SystemExit(f"JupyterLab did not start within {PATIENCE} s: {(self._own / 'log').read_text()}")

    def run(self, page: Page, notebook: str) -> None:
        """Open a notebook, run all of it, and wait until the last cell has run and its charts are drawn."""
        page.set_default_timeout(1000 * PATIENCE)
        page.goto(self.address(f"lab/tree/{notebook}") + "&reset")
        page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.context?.isReady")
        page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.context.sessionContext.session?.kernel"
        )
        for command in ("clear-all-cell-outputs", "run-all-cells"):  # what was saved must not pass for new
            page.evaluate(f"window.jupyterapp.commands.execute('notebook:{command}')")
        said = page.wait_for_function(DONE).json_value()
        if said != "done":
            raise SystemExit(f"{notebook}: {said}")

    def __enter__(self) -> "Lab":
        """Wait for it."""
        self.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """End it and its kernels."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE / 8)
        except subprocess.TimeoutExpired:  # it waits for a kernel that is busy
            self._process.kill()
        self._log.close()


def count_rows(status: str) -> tuple[int, int]:
    """What an explorer says: "3 of 12 events" is (3, 12)."""
    found = re.search(r"([\d,]+) of ([\d,]+)", status)
    assert found, status
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))
