"""Where notes are proposed: said by the site, or taken from its edit links."""

import pytest

from annotated_reader.pages import Repository, refuse_repository, repository_at

GITHUB = "https://github.com/ann/essay"
EDIT = f"{GITHUB}/edit/main/"


def test_an_edit_link_tells_everything() -> None:
    assert repository_at(edit_base=EDIT, annotations="annotations") == Repository(
        GITHUB, "main", "github", "annotations"
    )


def test_a_project_in_a_folder_of_its_repository() -> None:
    found = repository_at(edit_base=f"{GITHUB}/edit/notes/books/one/", annotations="notes")
    assert found is not None
    assert found.new_file == f"{GITHUB}/new/notes/books/one/notes/"


def test_gitlab_with_groups() -> None:
    url = "https://gitlab.example.org/group/part/essay"
    found = repository_at(edit_base=f"{url}/-/edit/main/", annotations="annotations")
    assert found is not None
    assert found.new_file == f"{url}/-/new/main/annotations/"


def test_what_the_site_says_goes_before_what_its_links_say() -> None:
    found = repository_at(
        "https://code.example.org/x/y.git", "dev", "gitlab", edit_base=EDIT, annotations="a"
    )
    assert found == Repository("https://code.example.org/x/y", "dev", "gitlab", "a")


@pytest.mark.parametrize(
    ("url", "host"), [("", ""), ("https://code.example.org/x/y", ""), (GITHUB, "none")]
)
def test_without_a_known_host_there_is_none(url: str, host: str) -> None:
    assert repository_at(url, "", host, annotations="annotations") is None


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "http://github.com/a/b",
            "https://github.com/a",
            "https://a@b.com/c/d",
        ),
        *("https://github.com/a/b?c", "https://github.com/a/<b>", "//github.com/a/b", "x"),
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    assert refuse_repository(url)
    assert repository_at(url, annotations="annotations") is None


@pytest.mark.parametrize("branch", ["a b", "../x", "a?b", "é"])
def test_branches_that_are_refused(branch: str) -> None:
    assert refuse_repository(GITHUB, branch)
