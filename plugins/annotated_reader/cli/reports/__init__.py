"""How `check` says what it found: to people, to programs, to GitHub."""

from annotated_reader.cli.reports.finding import Finding
from annotated_reader.cli.reports.github import github_report
from annotated_reader.cli.reports.json_ import json_report
from annotated_reader.cli.reports.markdown import markdown_report

__all__ = ["Finding", "github_report", "json_report", "markdown_report"]
