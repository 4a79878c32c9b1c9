"""The workflows hold nothing worth stealing: strangers' proposals run in them."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.history.conftest import Repository

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def _read(path: Path) -> dict[str, Any]:
    # BaseLoader: `on` stays a word.
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return content


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_has_more_rights_than_it_needs(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        granted = {right for right, level in job["permissions"].items() if level != "read"}
        assert granted == ({"pages", "id-token"} if name == "deploy" else set())
        assert int(job["timeout-minutes"]) <= 30
    written = path.read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|pull_request_target|workflow_run|github\.event\.", written)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_keep_no_credentials(path: Path) -> None:
    for step in _steps(path):
        if "uses" not in step:
            continue
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        if "checkout" in step["uses"]:
            assert step["with"]["persist-credentials"] == "false"
    pins = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", comment) for _, comment in pins)


def test_the_job_with_rights_runs_nothing_of_ours() -> None:
    deploy = _read(ROOT / ".github/workflows/pages.yml")["jobs"]["deploy"]
    assert all("run" not in step for step in deploy["steps"])
    assert deploy["if"] == "github.ref == 'refs/heads/main'"


def test_what_an_edition_takes_over_does_not_depend_on_the_example() -> None:
    """The tests of the program use the example; those of its content go away with it."""
    commands = [
        step
        for name in ("check", "pages")
        for step in _steps(ROOT / f".github/workflows/{name}.yml")
        if "pytest" in step.get("run", "") or "make" in step.get("run", "").split()
    ]
    (step,) = commands
    assert step["run"].split()[-1] == "tests/edition_content"
    assert step["if"] == "${{ hashFiles('tests/edition_content/*.py') != '' }}"


def test_every_python_that_is_promised_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = {
        name.rpartition(" ")[2] for name in project["classifiers"] if "Python :: 3." in name
    }
    jobs = _read(ROOT / ".github/workflows/tool.yml")["jobs"]
    matrix = jobs["versions"]["strategy"]["matrix"]
    tried = {*matrix["python"], *(entry["python"] for entry in matrix["include"])}
    assert tried == promised


@pytest.mark.parametrize("wrong", ["link", "large", "none"])
def test_links_and_large_files_are_refused(tmp_path: Path, wrong: str) -> None:
    repository = Repository(tmp_path / "repository")
    if wrong == "link":
        (repository.root / "seeds/-delete").symlink_to("/etc/passwd")
    if wrong == "large":
        (repository.root / "a b.txt").write_bytes(b"x" * 4_000_001)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "x")
    (script,) = (
        step["run"]
        for step in _steps(ROOT / ".github/workflows/check.yml")
        if step.get("name", "").startswith("Refuse")
    )
    done = subprocess.run(["bash", "-e", "-c", script], cwd=repository.root, check=False)
    assert (done.returncode == 0) == (wrong == "none")


def test_zizmor_finds_nothing() -> None:
    command = str(Path(sys.executable).with_name("zizmor"))
    arguments = ["--offline", "--no-progress", "--persona", "auditor", str(ROOT / ".github")]
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr
