"""What all tests share: where things are, and how long the property tests look."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run, so that a failure is never a matter of luck. Look
# further with HYPOTHESIS_PROFILE=search.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "same", derandomize=True, deadline=None, max_examples=100, suppress_health_check=_SLOW
)
settings.register_profile(
    "search", derandomize=False, deadline=None, max_examples=3000, suppress_health_check=_SLOW
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def outside() -> Path:
    """Other people's test suites and two whole books: in the folder beside the repository."""
    folder = ROOT.parent / "shared"
    if not (folder / "fixtures").is_dir():
        pytest.skip("the fixtures folder beside the repository (../shared/fixtures) is not there")
    return folder
