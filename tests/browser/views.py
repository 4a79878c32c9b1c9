"""What tests do with the view of a text, as a reader does it."""

from playwright.sync_api import Locator, Page


def root_of(page: Page) -> Locator:
    """Return the part of the page that holds a text."""
    return page.locator(".ar[data-text]")


def choose(page: Page, label: str) -> None:
    """Choose something in the panel as a reader does: by its label."""
    panel = page.locator(".ar-view")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    panel.get_by_label(label).click()


def numbers(page: Page) -> dict[str, str]:
    """Return what the number of each sentence says to those who hear the page, by its id."""
    labels: dict[str, str] = page.locator(".ar-ref").evaluate_all(
        "all => Object.fromEntries(all.map(one => [one.id, one.ariaLabel ?? one.textContent]))"
    )
    return labels


def lit(page: Page) -> list[str]:
    """Return the ids of the sentences that are lit."""
    ids: list[str] = page.locator(".ar-s.ar-active").evaluate_all("all => all.map(one => one.id)")
    return ids
