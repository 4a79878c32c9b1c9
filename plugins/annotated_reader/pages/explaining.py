"""The pages about what can be wrong: one for each code of the check, and the list of them."""

from annotated_reader.pages.addresses import PROBLEMS, problem_path
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Page
from annotated_reader.pages.view import View
from annotated_reader.problem_pages import problem_page
from annotated_reader.problems import CODES


def problems_page(view: View) -> Page:
    """Return the list of all codes."""
    pages = [problem_page(code) for code in CODES]
    html = render("problems.html", view, pages=pages, path_of=problem_path)
    words = view.words
    return Page(PROBLEMS, words("problems"), words("problems_description"), html, aside=True)


def code_page(code: str, view: View) -> Page:
    """Return the page about a code. What it says is in English, whatever language frames it."""
    page = problem_page(code)
    html = render("problem.html", view, page=page, all_codes=view.path(PROBLEMS))
    title = f"{code}: {page.title}"
    return Page(problem_path(code), title, page.title, html, aside=True, in_search=False)
